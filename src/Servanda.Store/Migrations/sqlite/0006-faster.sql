-- The actors of an event that goes.
create index event_actor_event on event_actor (event);

-- Words of new stories are merged with those before them sixteen parts at a time: each word is written again half as often as four at a time.
insert into story_search (story_search, rank) values ('automerge', 16);
