create index article_body_by_derivation on article_body (derivation);

-- When mended rules made something else of a text that nobody had written anew: to readers the article changed then.
alter table article_body add column rederived_at timestamptz;
