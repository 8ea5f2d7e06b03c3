-- Each listener has a cursor of its own: docs/decisions/0006-a-cursor-for-each-listener.md.

-- The id of a row is the number of its last event. Events are numbered without gaps, in the order in which they were
-- committed. What is short stands in front, so that it is read without what is long.
create table outbox_numbered (
    id          integer primary key autoincrement,
    event_count integer not null check (event_count > 0), -- how many numbers it has; no fewer than its events
    created_at  timestamp not null,
    events_json text not null -- the events of a commit, as a list
);
insert into outbox_numbered (id, event_count, created_at, events_json)
select 512 * row_number() over (order by id), 512, created_at, events_json from outbox;
drop table outbox;
alter table outbox_numbered rename to outbox;

create table event_cursor (
    name          text not null primary key, -- of a listener; or 'node:' and a node, for what that one alone has attached
    position      bigint not null,           -- the number of the last event that is behind it
    node          text,                      -- who delivers; null: nobody does
    claim_ends_at timestamp
);

-- What a listener failed to take: tried again, or given up. Its cursor goes on meanwhile.
create table undelivered_event (
    listener     text not null,   -- 'outbox': a row that could not be read, so that nobody was told
    event_id     bigint not null,
    event_json   text not null,   -- a list of one event, as in the outbox
    created_at   timestamp not null,
    failure      text not null,
    abandoned_at timestamp,       -- null: it is tried again
    primary key (listener, event_id)
);
