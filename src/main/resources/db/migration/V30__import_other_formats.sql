alter table import_run drop constraint import_run_format_check;
alter table import_run add constraint import_run_format_check check (format in ('NDJSON', 'WORDPRESS', 'GHOST'));

-- Of some formats several things begin at one line of the file.
alter table import_waiting
    drop constraint import_waiting_pkey,
    add column number bigint generated always as identity,
    add primary key (import_id, number);
