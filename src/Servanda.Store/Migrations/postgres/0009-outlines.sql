-- The events of large blocks in outline, so that a new report passes over those that it has nothing to do with; days from 1970-01-01.
create table outline (
    block bigint not null,
    event bigint not null,
    first bigint not null,
    last bigint not null,              -- before the first: no report says a day
    agreement text collate "C",
    actors text collate "C" not null,               -- separated by spaces
    silent bigint not null,            -- 1: a report does not say who acts
    primary key (block, event)
);
