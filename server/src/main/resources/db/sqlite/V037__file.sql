-- Files that stations load and leave. What is in them lies in the folder of files, under a name of ours.
create table stored_file (
    id          integer primary key autoincrement,
    tenant_id   bigint not null,
    station_id  bigint references station (id) on delete cascade, -- whose log it is; null: an image for any station
    kind        text not null, -- firmware, log
    name        text not null, -- as it was called; never a path
    note        text,
    version     text, -- of the firmware; null: nobody said
    content     text not null, -- the name of the file in the folder
    size_bytes  bigint not null,
    sha256      text not null,
    md5         text not null,
    uploaded_by text not null,
    uploaded_at timestamp not null,
    unique (tenant_id, content)
);
create index stored_file_by_tenant on stored_file (tenant_id, kind, id);
create index stored_file_by_station on stored_file (station_id) where station_id is not null;

-- URLs by which a station loads a file, or leaves one. The URL itself is nowhere, only what tells that it is the one.
create table file_link (
    id            integer primary key autoincrement,
    tenant_id     bigint not null,
    station_id    bigint not null references station (id) on delete cascade,
    direction     text not null, -- download, upload
    secret_hash   text not null unique,
    file_id       bigint references stored_file (id) on delete cascade, -- what is loaded, or what came; null: nothing came yet
    created_at    timestamp not null,
    expires_at    timestamp not null,
    used_at       timestamp, -- when it was asked for first, or when the file had come
    request_count bigint not null default 0
);
create index file_link_by_station on file_link (station_id);
create index file_link_by_file on file_link (file_id) where file_id is not null;
create index file_link_by_end on file_link (expires_at);

-- Firmware for many stations, in waves.
create table firmware_campaign (
    id           integer primary key autoincrement,
    tenant_id    bigint not null,
    name         text not null,
    file_id      bigint references stored_file (id) on delete set null,
    order_json   text not null, -- what each station is told
    plan_json    text not null, -- how many at a time, and when it halts
    state        text not null, -- running, paused, halted, stopped, ended
    reason       text, -- why it halted
    wave         integer not null, -- that runs, from 0
    wave_at      timestamp, -- when it may begin; null: at once
    created_by   text not null,
    created_at   timestamp not null,
    updated_at   timestamp not null,
    ended_at     timestamp
);
create index firmware_campaign_by_tenant on firmware_campaign (tenant_id, id);
create index firmware_campaign_running on firmware_campaign (state) where state = 'running';

-- Updates of firmware that stations were told to make, with how far they have come.
create table firmware_update (
    id                  integer primary key autoincrement,
    tenant_id           bigint not null,
    station_id          bigint not null references station (id) on delete cascade,
    request_number      bigint not null, -- the requestId, where its version of OCPP has one
    campaign_id         bigint references firmware_campaign (id) on delete set null,
    action              text not null,
    file_id             bigint references stored_file (id) on delete set null, -- null: it lies elsewhere, or is gone
    link_id             bigint, -- by which the station loads it
    location            text not null, -- of the image; of a link of ours without its secret
    retrieve_at         timestamp not null,
    install_at          timestamp,
    retries             integer,
    retry_seconds       integer,
    signature           text,
    signing_certificate text,
    state               text not null,
    status              text, -- the last word of the station
    reason              text, -- why it was refused or has failed
    firmware_before     text,
    firmware_after      text, -- what the station said when it booted
    command_id          bigint,
    created_by          text not null,
    created_at          timestamp not null,
    updated_at          timestamp not null,
    ended_at            timestamp,
    unique (tenant_id, station_id, request_number)
);
create index firmware_update_by_tenant on firmware_update (tenant_id, id);
create index firmware_update_by_station on firmware_update (station_id, id);
create index firmware_update_by_campaign on firmware_update (campaign_id) where campaign_id is not null;
create index firmware_update_by_file on firmware_update (file_id) where file_id is not null;

create table firmware_campaign_station (
    tenant_id   bigint not null,
    campaign_id bigint not null references firmware_campaign (id) on delete cascade,
    station_id  bigint not null references station (id) on delete cascade,
    place       integer not null,
    wave        integer not null,
    state       text not null, -- waiting, running, installed, failed, skipped
    update_id   bigint,
    reason      text,
    updated_at  timestamp not null,
    primary key (tenant_id, campaign_id, station_id)
);
create index firmware_campaign_station_by_wave on firmware_campaign_station (campaign_id, wave, place);
create index firmware_campaign_station_by_station on firmware_campaign_station (station_id);

-- Firmware that local controllers were told to hand out to the stations behind them (OCPP 2.x L03, L04).
create table firmware_publication (
    id             integer primary key autoincrement,
    tenant_id      bigint not null,
    station_id     bigint not null references station (id) on delete cascade,
    request_number bigint not null,
    file_id        bigint references stored_file (id) on delete set null,
    link_id        bigint,
    location       text not null,
    checksum_md5   text not null,
    state          text not null,
    status         text,
    reason         text,
    places_json    text, -- where the controller hands it out
    command_id     bigint,
    created_by     text not null,
    created_at     timestamp not null,
    updated_at     timestamp not null,
    ended_at       timestamp,
    unique (tenant_id, station_id, request_number)
);
create index firmware_publication_by_station on firmware_publication (station_id, id);

-- Logs and diagnostics that stations were asked for, and the files that came.
create table log_request (
    id             integer primary key autoincrement,
    tenant_id      bigint not null,
    station_id     bigint not null references station (id) on delete cascade,
    request_number bigint not null,
    kind           text not null, -- diagnostics, security, datacollector
    action         text not null,
    from_at        timestamp,
    to_at          timestamp,
    retries        integer,
    retry_seconds  integer,
    link_id        bigint,
    file_id        bigint references stored_file (id) on delete set null, -- null: none came yet, or it is gone
    file_name      text, -- as the station calls it
    state          text not null,
    status         text, -- the last word of the station
    reason         text,
    command_id     bigint,
    created_by     text not null,
    created_at     timestamp not null,
    updated_at     timestamp not null,
    ended_at       timestamp,
    unique (tenant_id, station_id, request_number)
);
create index log_request_by_tenant on log_request (tenant_id, id);
create index log_request_by_station on log_request (station_id, id);
create index log_request_by_link on log_request (link_id);
create index log_request_by_file on log_request (file_id) where file_id is not null;

-- To which update, publication or request of ours a step belongs; null: to none that we know of.
alter table station_job_status add column task_id bigint;
create index station_job_status_by_task on station_job_status (task_id) where task_id is not null;
