-- Events that are committed with the facts they tell of, until they have been passed on.

create table outbox (
    id           integer primary key autoincrement,
    tenant_id    bigint not null,
    kind         text not null,
    station_id   bigint,
    payload_json text not null,
    created_at   timestamp not null
);
