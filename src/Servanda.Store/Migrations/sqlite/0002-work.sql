-- What is to be read, handed out to several readers.
create table work (
    no integer primary key,
    item text not null unique,
    done integer not null,               -- 1: read
    worker text,
    until integer                        -- seconds from 1970-01-01 UTC: before then nobody else takes it
);
create index work_open on work (no) where done = 0;
