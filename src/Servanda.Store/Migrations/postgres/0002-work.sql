-- What is to be read, handed out to several readers.
create table work (
    no bigint primary key,
    item text collate "C" not null unique,
    done bigint not null,               -- 1: read
    worker text collate "C",
    until bigint                        -- seconds from 1970-01-01 UTC: before then nobody else takes it
);
create index work_open on work (no) where done = 0;
create sequence work_no;
