-- The readings of official documents, which are few among many pages.
create index reading_record on reading (no) where coder >= 'record ' and coder < 'record!';
