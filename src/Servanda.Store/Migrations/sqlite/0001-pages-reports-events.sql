-- Pages and what was read from them (never changed), and the events derived from that (recomputed where their inputs change).
create table setting (key text primary key, value text not null) without rowid;

-- The next free number of each table, given out in a write transaction.
create table counter (name text primary key, next integer not null) without rowid;

create table page (
    no integer primary key,
    id text not null unique,
    format text not null
);

create table sighting (
    page integer not null references page (no),
    name text not null,
    path text not null,
    record_offset integer not null,      -- -1: the file is the page
    address text not null,
    captured text not null,
    published text not null,
    outlet text not null,
    primary key (page, path, record_offset, name, address, captured, published, outlet)
) without rowid;

create table story_text (
    no integer primary key,
    hash text not null unique,
    body text not null
);

create table reading (
    no integer primary key,
    id text not null unique,
    page integer not null references page (no),
    coder text not null,
    live integer not null,
    hinted integer not null,             -- 1: the user gave publication or outlet
    captured text not null,              -- empty: not known
    read_at text not null,
    language text,
    title text,
    outlet text,
    told text,
    credits text not null,               -- one a line
    signature blob not null,             -- see StorySignature: 32 bytes of its hash, then 4 bytes for each class, lowest first
    text integer not null references story_text (no),
    map blob not null,
    content text not null                -- the rest of the story, the sighting, the told day's evidence and the coverage counts, as JSON
);
create index reading_page on reading (page);

create table report (
    no integer primary key,
    id text not null,
    reading integer not null references reading (no),
    live integer not null,
    content text not null
);
create index report_id on report (id);
create index report_reading on report (reading);

create table answer (report integer primary key references report (no), answers text not null);

-- Where a live report may meet others of its event; days from 1970-01-01, both included.
create table place (
    cell text not null,
    first integer not null,
    report integer not null,
    last integer not null,
    primary key (cell, first, report)
) without rowid;

create table dirty (report integer primary key);

create table block (no integer primary key, inputs text not null);

create table event (
    no integer primary key,
    id text not null unique,
    block integer not null references block (no),
    act text not null,
    agreement text,
    first integer,
    last integer,
    content text not null
);
create index event_block on event (block);
create index event_agreement on event (agreement, first);

create table event_actor (actor text not null, event integer not null references event (no), primary key (actor, event)) without rowid;

create table membership (
    report integer primary key references report (no),
    block integer not null references block (no),
    event integer                        -- null: a ruling rejects the report
);
create index membership_block on membership (block);
create index membership_event on membership (event);

create table superseded (id text primary key, by text) without rowid;

create table change (no integer primary key, at text not null, event text not null, kind text not null, by text);
create index change_at on change (at);

create table ruling (no integer primary key, id text not null unique, made text not null, content text not null);

create table ruled (
    ruling integer not null references ruling (no),
    position integer not null,
    page text not null,
    report text,                         -- the live report that it stands for today; null: orphaned
    primary key (ruling, position)
) without rowid;
create index ruled_page on ruled (page);
create index ruled_report on ruled (report);

create table reject (
    path text not null,
    record_offset integer not null,
    name text not null,
    code text not null,
    reason text not null,
    read_at text not null,
    primary key (path, record_offset, code)
) without rowid;

create virtual table story_search using fts5 (title, body, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0", detail = full);
