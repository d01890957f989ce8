-- The events that an agreement's course follows from, each with no more than it asks of it. The setting 'course' says of which acts; where it says otherwise, the events themselves are asked.
create table course (
    agreement text collate "C" not null,
    event bigint not null,
    content text collate "C" not null,
    primary key (agreement, event)
);
