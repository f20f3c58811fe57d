create index article_body_by_derivation on article_body (derivation);
