-- The events that an agreement's course follows from, each with no more than it asks of it, one agreement after the other. The setting 'course' says of which acts; where it says otherwise, the events themselves are asked.
create table course (
    agreement text not null,
    event integer not null references event (no),
    content text not null,
    primary key (agreement, event)
) without rowid;
