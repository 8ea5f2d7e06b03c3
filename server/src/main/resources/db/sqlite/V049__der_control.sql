-- Controls of distributed energy resources (OCPP 2.1 R01 to R05): what grid operators want of stations, and what came of it.
create table der_control (
    id           integer primary key autoincrement,
    tenant_id    bigint not null,
    station_id   bigint not null references station (id) on delete cascade,
    control_key  text not null, -- its controlId in small letters
    control_name text not null, -- its controlId
    control_type text not null,
    is_default   boolean not null,
    priority     integer not null, -- the lower, the higher in rank
    starts_at    timestamp, -- null: a default
    ends_at      timestamp, -- null: a default, or without a known duration
    setting_json text not null, -- the field that belongs to its type, as it was sent or reported
    state        text not null, -- accepted, superseded, rejected, cleared, unknown
    superseded_by text, -- controlId
    started_at   timestamp, -- by the station's word; null: it does not run
    action       text, -- of the last command about it; null: only the station has told of it
    outcome      text,
    said         text,
    actor        text,
    changed_at   timestamp not null,
    reported_at  timestamp, -- when the station last listed it
    unique (tenant_id, station_id, control_key)
);

-- Who was asked for all its controls, and when: what it does not report then it does not have.
create table der_refresh (
    tenant_id    bigint not null,
    station_id   bigint not null references station (id) on delete cascade,
    request_number bigint not null,
    asked_at     timestamp not null,
    primary key (tenant_id, station_id)
);

-- What happened to controls: begun, ended, and alarms from the grid with their ends.
create table der_event (
    id           integer primary key autoincrement,
    tenant_id    bigint not null,
    station_id   bigint not null references station (id) on delete cascade,
    kind         text not null, -- started, stopped, alarm
    subject      text not null, -- controlId in small letters; of an alarm its controlType
    fault        text not null, -- what happened in the grid; empty: not told
    control_name text, -- controlId; null: an alarm
    note         text,
    superseded_json text, -- controlIds that it displaced
    station_at   timestamp not null, -- by the station's clock
    ended_at     timestamp, -- of an alarm, by the station's clock; null: it lasts, or is none
    received_at  timestamp not null,
    unique (tenant_id, station_id, kind, subject, fault, station_at)
);
create index der_event_by_station on der_event (station_id, id);
create index der_event_open on der_event (tenant_id, id) where kind = 'alarm' and ended_at is null;
