-- Commands to stations: who sent what, and what came of it. One that waits for a station that is not connected stands here, too.
create table command (
    id              integer primary key autoincrement,
    tenant_id       bigint not null,
    station_id      bigint not null references station (id) on delete cascade,
    action          text not null,
    version         text, -- of OCPP, that it was meant for; null: the station was never connected
    payload_json    text not null, -- without secrets
    actor           text not null, -- who sent it
    address         text, -- from where; null: from within
    request         text, -- the id of the HTTP request
    state           text not null, -- queued, sent, ended
    outcome         text, -- once it has ended
    result_json     text, -- what the station answered, or why it did not; without secrets
    patience_millis bigint not null, -- how long the station may take to answer
    repeat_key      text, -- of an Idempotency-Key; null: none, or it has had its day
    created_at      timestamp not null,
    expires_at      timestamp, -- until when it may leave; null: it does not wait
    sent_at         timestamp,
    ended_at        timestamp,
    took_millis     bigint,
    unique (tenant_id, actor, repeat_key)
);
create index command_by_tenant on command (tenant_id, id);
create index command_by_station on command (station_id, id);
create index command_open on command (state, station_id, id) where state <> 'ended';
