-- One command for many stations, and how far it is.
create table bulk_command (
    id         integer primary key autoincrement,
    tenant_id  bigint not null,
    order_json text not null, -- what they are sent, and how
    actor      text not null, -- who sent it
    address    text, -- from where; null: from within
    request    text, -- the id of the HTTP request
    state      text not null, -- running, stopping, ended, stopped
    created_at timestamp not null,
    ended_at   timestamp
);
create index bulk_command_by_tenant on bulk_command (tenant_id, id);
create index bulk_command_open on bulk_command (state, id) where ended_at is null;

create table bulk_command_station (
    tenant_id       bigint not null,
    bulk_command_id bigint not null references bulk_command (id) on delete cascade,
    place           integer not null, -- from 1
    station_id      bigint not null references station (id) on delete cascade,
    command_id      bigint, -- that it became; null: none, or not yet
    refusal         text, -- why it became none
    done_at         timestamp, -- null: it has not had its turn
    primary key (bulk_command_id, place),
    unique (bulk_command_id, station_id)
);
create index bulk_command_station_of on bulk_command_station (station_id);
create index bulk_command_station_open on bulk_command_station (bulk_command_id, place) where done_at is null;
