-- In how many comments that the desk decided on a word was; never an address of a person. Compared octet by octet, so that all who write
-- words lock them in one order, wherever the database was made.
create table spam_word (
    word text   collate "C" primary key,
    ham  bigint not null,
    spam bigint not null
);

-- How many comments that were: one row, made with the first.
create table spam_training (
    id   boolean primary key default true check (id),
    ham  bigint  not null,
    spam bigint  not null
);
