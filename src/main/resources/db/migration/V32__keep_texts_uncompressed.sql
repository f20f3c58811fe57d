-- Compressing them took more than a third of PostgreSQL's time for a new article, and uncompressing them a little of each time it was read.
-- What is stored already stays as it is until it is written again.
alter table article_body
    alter column source set storage external,
    alter column html set storage external,
    alter column text set storage external,
    alter column blocks set storage external;
