-- How far each archive has been read, so that reading can be taken up there.
create table archive (
    path text collate "C" primary key,            -- as the user named it
    inputs text collate "C" not null,             -- of another file, other hints or another coder: it counts for nothing
    kind text collate "C" not null,
    packed bigint not null,             -- 1: gzip
    byte bigint not null,               -- where reading begins again: the last record that was written, or its gzip member
    skipped bigint not null,            -- unpacked bytes between that and the record
    number bigint not null,             -- of that record
    pages bigint not null,
    rejects bigint not null,
    done bigint not null                -- 1: read to its end
);

-- Lines of one gzip member share its place: the name tells them apart.
create table reject_by_name (
    path text collate "C" not null,
    record_offset bigint not null,
    name text collate "C" not null,
    code text collate "C" not null,
    reason text collate "C" not null,
    read_at text collate "C" not null,
    primary key (path, record_offset, name, code)
);
insert into reject_by_name select path, record_offset, name, code, reason, read_at from reject;
drop table reject;
alter table reject_by_name rename to reject;
