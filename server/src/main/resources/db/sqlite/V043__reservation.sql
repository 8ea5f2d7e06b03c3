-- Connectors that are kept for somebody (1.6 §5.13, 2.x block H).
create table reservation (
    id              integer primary key autoincrement,
    tenant_id       bigint not null,
    station_id      bigint not null references station (id) on delete cascade,
    number          bigint not null, -- by which the station knows it
    token           text not null,
    token_key       text not null, -- as tokens are compared
    token_type      text, -- null: 1.6 has none
    group_token     text, -- others of the group may use it too
    evse            integer not null, -- 0: any
    connector_type  text, -- 2.x: any EVSE that has one
    state           text not null, -- requested, accepted, used, cancelled, ...
    said            text, -- the last word about it: the station's, or an outcome without one
    actor           text not null, -- who made it
    repeat_key      text, -- of an Idempotency-Key; null: none
    command_id      bigint, -- that it was asked for with; null: not yet
    session_id      bigint, -- that used it
    created_at      timestamp not null,
    expires_at      timestamp not null,
    changed_at      timestamp not null,
    unique (station_id, tenant_id, number)
);
create index reservation_by_tenant on reservation (tenant_id, id);
create index reservation_open on reservation (state, expires_at) where state in ('requested', 'accepted');
