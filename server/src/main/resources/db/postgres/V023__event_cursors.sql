-- Each listener has a cursor of its own: docs/decisions/0006-a-cursor-for-each-listener.md.

-- The id of a row is the number of its last event. Events are numbered without gaps, in the order in which they were
-- committed, by a relay; until then an id is negative, and says in which order the rows were written.
alter table outbox add column event_count integer not null default 512 check (event_count > 0); -- how many numbers it has
alter table outbox alter column event_count drop default;
update outbox set id = id - 9223372036854775807;
alter table outbox alter column id set minvalue -4611686018427387904 set start with -4611686018427387904 restart;

create table event_cursor (
    name          text not null primary key, -- of a listener; or 'node:' and a node, for what that one alone has attached
    position      bigint not null,           -- the number of the last event that is behind it
    node          text,                      -- who delivers; null: nobody does
    claim_ends_at timestamptz
);
-- The newest event that has a number. Whoever numbers locks it.
insert into event_cursor (name, position) values ('outbox', 0);

-- What a listener failed to take: tried again, or given up. Its cursor goes on meanwhile.
create table undelivered_event (
    listener     text not null,   -- 'outbox': a row that could not be read, so that nobody was told
    event_id     bigint not null,
    event_json   text not null,   -- a list of one event, as in the outbox
    created_at   timestamptz not null,
    failure      text not null,
    abandoned_at timestamptz,     -- null: it is tried again
    primary key (listener, event_id)
);
