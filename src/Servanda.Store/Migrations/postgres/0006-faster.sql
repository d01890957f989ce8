-- The actors of an event that goes.
create index event_actor_event on event_actor (event);
