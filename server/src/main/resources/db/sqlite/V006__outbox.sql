-- Events that are committed with the facts they tell of, until they have been passed on. All of a commit in one row, or
-- few, because as rows each they cost as much as the facts.

create table outbox (
    id          integer primary key autoincrement,
    events_json text not null, -- the events of a commit, as a list
    created_at  timestamp not null
);
