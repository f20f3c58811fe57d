-- Text and not jsonb: it is given back with its members in their order and 1.10 as 1.10, and nobody searches in it.
alter table article add column custom text not null default '{}' check (custom is json object);
alter table tag     add column custom text not null default '{}' check (custom is json object);
alter table author  add column custom text not null default '{}' check (custom is json object);

-- What search engines show, where an editor wants something else there than title and excerpt.
alter table article add column seo_title text;
alter table article add column seo_description text;
