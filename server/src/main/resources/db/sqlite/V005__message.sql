-- The trace: every frame as it came and went. Not a fact: it may be thinned, and ages out.

create table message (
    id              integer primary key autoincrement,
    tenant_id       bigint not null,
    station_id      bigint not null,
    connection_id   bigint not null,
    logged_at       timestamp not null,
    direction       text not null, -- in | out
    kind            integer not null, -- OCPP-J message type: 2 to 6; 0: unreadable
    action          text,
    message_id      text,
    frame           text not null,
    deviations_json text
);
create index message_by_station on message (tenant_id, station_id, id);
create index message_by_time on message (logged_at);
