-- Whole texts are few beside those kept as differences, and compressing them took an eighth of PostgreSQL's time for a new article.
alter table revision_text alter column source set storage external;
