-- Charging stations, their EVSEs and connectors, their links, and who tried to connect and was refused.

create table station (
    id                   integer primary key autoincrement,
    tenant_id            bigint not null references tenant (id),
    identity             text not null,
    identity_key         text not null, -- identity in lower case: two stations never differ in case only
    name                 text,
    admission            text not null, -- accepted | pending | rejected: what the next BootNotification is answered
    registration         text not null, -- none | accepted | pending | rejected: what the last one was answered
    is_strict            boolean not null,
    zone                 text, -- for timestamps without one; UTC where null
    password_hash        text, -- salted; null: the station needs no password
    default_version      text, -- for a handshake that names no subprotocol
    heartbeat_interval_s integer, -- null: the server's
    ocpp_version         text, -- of the last link
    vendor               text,
    model                text,
    serial_number        text,
    firmware_version     text,
    iccid                text,
    imsi                 text,
    meter_type           text,
    meter_serial_number  text,
    boot_reason          text,
    last_boot_at         timestamp,
    last_seen_at         timestamp,
    unsupported_json     text, -- actions that it answered with NotSupported or NotImplemented
    created_at           timestamp not null,
    updated_at           timestamp not null,
    unique (tenant_id, identity_key)
);

create table evse (
    tenant_id  bigint not null,
    station_id bigint not null references station (id) on delete cascade,
    evse       integer not null, -- 0 is the station itself
    created_at timestamp not null,
    primary key (tenant_id, station_id, evse)
);

-- OCPP 1.6 knows connectors only: its connector n is connector 1 of EVSE n here; connector 0 is (0, 0).
create table connector (
    tenant_id         bigint not null,
    station_id        bigint not null references station (id) on delete cascade,
    evse              integer not null,
    connector         integer not null,
    status            text not null, -- our words; see ConnectorStatus
    raw_status        text not null, -- the station's word
    error_code        text,
    info              text,
    vendor            text,
    vendor_error_code text,
    status_at         timestamp, -- the station's clock
    received_at       timestamp not null, -- ours; the newest arrival is the state
    primary key (tenant_id, station_id, evse, connector)
);

create table connection (
    id             integer primary key autoincrement,
    tenant_id      bigint not null,
    station_id     bigint not null references station (id) on delete cascade,
    ocpp_version   text not null,
    remote_address text not null,
    path           text not null,
    opened_at      timestamp not null,
    closed_at      timestamp,
    close_code     integer,
    close_reason   text
);
create index connection_by_station on connection (tenant_id, station_id, id);
create index connection_open on connection (tenant_id, id) where closed_at is null;

create table connection_attempt (
    id             integer primary key autoincrement,
    tenant_id      bigint not null,
    attempted_at   timestamp not null,
    remote_address text not null,
    path           text not null,
    identity       text,
    subprotocols   text,
    reason         text not null, -- unknown_identity | wrong_password | ... ; see Attempt
    detail         text,
    occurred       bigint not null, -- how often within the minute from attempted_at
    last_at        timestamp not null
);
create index connection_attempt_by_time on connection_attempt (tenant_id, id);

-- How often a station broke which rule of its schema, and was served all the same.
create table station_deviation (
    tenant_id  bigint not null,
    station_id bigint not null references station (id) on delete cascade,
    action     text not null,
    path       text not null, -- without list positions
    rule       text not null,
    occurred   bigint not null,
    example    text,
    last_at    timestamp not null,
    primary key (tenant_id, station_id, action, path, rule)
);
