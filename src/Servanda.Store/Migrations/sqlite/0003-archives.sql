-- How far each archive has been read, so that reading can be taken up there.
create table archive (
    path text primary key,            -- as the user named it
    inputs text not null,             -- of another file, other hints or another coder: it counts for nothing
    kind text not null,
    packed integer not null,             -- 1: gzip
    byte integer not null,               -- where reading begins again: the last record that was written, or its gzip member
    skipped integer not null,            -- unpacked bytes between that and the record
    number integer not null,             -- of that record
    pages integer not null,
    rejects integer not null,
    done integer not null                -- 1: read to its end
) without rowid;

-- Lines of one gzip member share its place: the name tells them apart.
create table reject_by_name (
    path text not null,
    record_offset integer not null,
    name text not null,
    code text not null,
    reason text not null,
    read_at text not null,
    primary key (path, record_offset, name, code)
) without rowid;
insert into reject_by_name select path, record_offset, name, code, reason, read_at from reject;
drop table reject;
alter table reject_by_name rename to reject;
