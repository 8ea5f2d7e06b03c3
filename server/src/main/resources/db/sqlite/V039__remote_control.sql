-- Remote starts: who wanted a session to begin at a station, and what came of it.
create table remote_start (
    id              integer primary key autoincrement,
    tenant_id       bigint not null,
    station_id      bigint not null references station (id) on delete cascade,
    command_id      bigint not null, -- that it was; commands are forgotten at another time
    number          bigint, -- the remoteStartId of 2.x; null: 1.6 has none
    token           text not null,
    token_type      text, -- of 2.x; null: an idTag of 1.6
    group_token     text,
    evse            integer, -- null: any
    state           text not null, -- queued, requested, accepted, plugged, started, rejected, expired, failed
    note            text, -- why it came to nothing, or what the station says beside its answer
    transaction_id  text, -- that the station's answer names
    session_id      bigint, -- that it led to
    actor           text not null, -- who wanted it
    requested_at    timestamp not null,
    accepted_at     timestamp,
    plugged_at      timestamp,
    started_at      timestamp,
    expires_at      timestamp, -- until when a session is waited for; null: not known yet
    ended_at        timestamp, -- when it came to nothing
    unique (tenant_id, command_id)
);
create index remote_start_by_tenant on remote_start (tenant_id, id);
create index remote_start_by_station on remote_start (station_id, id);
create index remote_start_open on remote_start (station_id, id) where session_id is null and state <> 'rejected';

-- Resets: who wanted a station to start anew, and the boot that followed.
create table station_reset (
    id           integer primary key autoincrement,
    tenant_id    bigint not null,
    station_id   bigint not null references station (id) on delete cascade,
    command_id   bigint not null, -- that it was
    type         text not null, -- immediate, onIdle, immediateAndResume
    evse         integer, -- null: the station as a whole
    state        text not null, -- queued, requested, accepted, scheduled, rejected, rebooted, expired, failed
    note         text, -- why it came to nothing, or what the station says beside its answer
    actor        text not null, -- who wanted it
    requested_at timestamp not null,
    answered_at  timestamp,
    rebooted_at  timestamp,
    boot_reason  text, -- the station's word (2.x)
    expires_at   timestamp, -- until when a boot is waited for; null: none is
    ended_at     timestamp, -- when it came to nothing
    unique (tenant_id, command_id)
);
create index station_reset_by_tenant on station_reset (tenant_id, id);
create index station_reset_by_station on station_reset (station_id, id);
