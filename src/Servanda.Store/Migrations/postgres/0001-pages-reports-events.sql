-- Pages and what was read from them (never changed), and the events derived from that (recomputed where their inputs change).
create table setting (key text collate "C" primary key, value text collate "C" not null);

create table page (
    no bigint primary key,
    id text collate "C" not null unique,
    format text collate "C" not null
);

create table sighting (
    page bigint not null,
    name text collate "C" not null,
    path text collate "C" not null,
    record_offset bigint not null,      -- -1: the file is the page
    address text collate "C" not null,
    captured text collate "C" not null,
    published text collate "C" not null,
    outlet text collate "C" not null,
    primary key (page, path, record_offset, name, address, captured, published, outlet)
);

create table story_text (
    no bigint primary key,
    hash text collate "C" not null unique,
    body text collate "C" not null
);

create table reading (
    no bigint primary key,
    id text collate "C" not null unique,
    page bigint not null,
    coder text collate "C" not null,
    live bigint not null,
    hinted bigint not null,             -- 1: the user gave publication or outlet
    captured text collate "C" not null,              -- empty: not known
    read_at text collate "C" not null,
    language text collate "C",
    title text collate "C",
    outlet text collate "C",
    told text collate "C",
    credits text collate "C" not null,               -- one a line
    signature bytea not null,             -- see StorySignature: 32 bytes of its hash, then 4 bytes for each class, lowest first
    text bigint not null,
    map bytea not null,
    content text collate "C" not null                -- the rest of the story, the sighting, the told day's evidence and the coverage counts, as JSON
);
create index reading_page on reading (page);

create table report (
    no bigint primary key,
    id text collate "C" not null,
    reading bigint not null,
    live bigint not null,
    content text collate "C" not null
);
create index report_id on report (id);
create index report_reading on report (reading);

create table answer (report bigint primary key, answers text collate "C" not null);

-- Where a live report may meet others of its event; days from 1970-01-01, both included.
create table place (
    cell text collate "C" not null,
    first bigint not null,
    report bigint not null,
    last bigint not null,
    primary key (cell, first, report)
);

create table dirty (report bigint primary key);

create table block (no bigint primary key, inputs text collate "C" not null);

create table event (
    no bigint primary key,
    id text collate "C" not null unique,
    block bigint not null,
    act text collate "C" not null,
    agreement text collate "C",
    first bigint,
    last bigint,
    content text collate "C" not null
);
create index event_block on event (block);
create index event_agreement on event (agreement, first);

create table event_actor (actor text collate "C" not null, event bigint not null, primary key (actor, event));

create table membership (
    report bigint primary key,
    block bigint not null,
    event bigint                        -- null: a ruling rejects the report
);
create index membership_block on membership (block);
create index membership_event on membership (event);

create table superseded (id text collate "C" primary key, by text collate "C");

create table change (no bigint primary key, at text collate "C" not null, event text collate "C" not null, kind text collate "C" not null, by text collate "C");
create index change_at on change (at);

create table ruling (no bigint primary key, id text collate "C" not null unique, made text collate "C" not null, content text collate "C" not null);

create table ruled (
    ruling bigint not null,
    position bigint not null,
    page text collate "C" not null,
    report text collate "C",                         -- the live report that it stands for today; null: orphaned
    primary key (ruling, position)
);
create index ruled_page on ruled (page);
create index ruled_report on ruled (report);

create table reject (
    path text collate "C" not null,
    record_offset bigint not null,
    name text collate "C" not null,
    code text collate "C" not null,
    reason text collate "C" not null,
    read_at text collate "C" not null,
    primary key (path, record_offset, code)
);

create table story_search (reading bigint primary key, words tsvector not null);
create index story_search_words on story_search using gin (words);

-- Numbers of rows: given out without waiting for anybody.
create sequence page_no;
create sequence story_text_no;
create sequence reading_no;
create sequence report_no;
create sequence block_no;
create sequence event_no;
create sequence change_no;
create sequence ruling_no;
