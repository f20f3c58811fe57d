-- Text and not jsonb: what was given is given back to the letter, 1.10 and the order of members included, and nobody searches in it.
alter table article add column custom text not null default '{}' check (custom is json object);
alter table tag     add column custom text not null default '{}' check (custom is json object);
alter table author  add column custom text not null default '{}' check (custom is json object);

-- What search engines show, where an editor wants something else there than title and excerpt.
alter table article add column seo_title text;
alter table article add column seo_description text;
