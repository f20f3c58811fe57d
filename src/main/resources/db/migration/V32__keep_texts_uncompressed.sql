-- Compressing them took a third of the time in which an article was written, and uncompressing them a little of each time it was read.
-- What is stored already stays as it is until it is written again.
alter table article_body
    alter column source set storage external,
    alter column html set storage external,
    alter column text set storage external,
    alter column blocks set storage external;
