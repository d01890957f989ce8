-- What each reading gave when it was held against the terms, kept because it is always the same; the setting 'judgement' says by which rules.
create table judged (reading bigint primary key);
create table finding (
    reading bigint not null,
    position bigint not null,
    agreement text collate "C",
    content text collate "C" not null,
    primary key (reading, position)
);
create index finding_agreement on finding (agreement);

-- The live readings without the rest of their rows.
create index reading_live on reading (no) where live = 1;

-- From which day on a report of the block was known, and from which on all of them; days from 1970-01-01. Null: no day on which any, or all, are known.
alter table block add column known_first bigint;
alter table block add column known_last bigint;
