-- The events of large blocks in outline, so that a new report passes over those that it has nothing to do with; days from 1970-01-01.
create table outline (
    block integer not null references block (no),
    event integer not null references event (no),
    first integer not null,
    last integer not null,              -- before the first: no report says a day
    agreement text,
    actors text not null,               -- separated by spaces
    silent integer not null,            -- 1: a report does not say who acts
    primary key (block, event)
) without rowid;
