-- What stations report beside charging: security events, events of monitors, progress of jobs, reports in pages.

create table security_event (
    id          integer primary key autoincrement,
    tenant_id   bigint not null,
    station_id  bigint not null references station (id) on delete cascade,
    type        text not null,
    station_at  timestamp not null,
    received_at timestamp not null,
    tech_info   text not null, -- empty: none
    digest      bigint not null, -- of type and tech_info, which are too long for an index: a repetition has the same
    unique (tenant_id, station_id, station_at, digest)
);
create index security_event_by_station on security_event (tenant_id, station_id, id);

-- OCPP 2.x NotifyEvent: what a station's monitors, and its hard-wired rules, have noticed.
create table station_event (
    id          integer primary key autoincrement,
    tenant_id   bigint not null,
    station_id  bigint not null references station (id) on delete cascade,
    station_at  timestamp not null,
    received_at timestamp not null,
    digest      bigint not null, -- of event_json: a repetition has the same
    event_json  text not null, -- EventDataType as it came
    unique (tenant_id, station_id, station_at, digest)
);
create index station_event_by_station on station_event (tenant_id, station_id, id);

create table station_job_status (
    id             integer primary key autoincrement,
    tenant_id      bigint not null,
    station_id     bigint not null references station (id) on delete cascade,
    job            text not null, -- firmware | diagnostics | log | publish_firmware
    request_number bigint,
    status         text not null,
    detail_json    text,
    received_at    timestamp not null
);
create index station_job_status_by_station on station_job_status (tenant_id, station_id, id);

create table station_report (
    id             integer primary key autoincrement,
    tenant_id      bigint not null,
    station_id     bigint not null references station (id) on delete cascade,
    action         text not null, -- the message that brings the pages, such as NotifyReport
    request_number bigint not null,
    opened_at      timestamp not null,
    completed_at   timestamp -- null: pages are missing
);
create index station_report_by_station on station_report (tenant_id, station_id, id);

create table station_report_page (
    tenant_id    bigint not null,
    report_id    bigint not null references station_report (id) on delete cascade,
    page         integer not null, -- seqNo, or the order of arrival where the message has none
    is_last      boolean not null,
    items_json   text not null, -- a list: what the page brings, without its envelope
    generated_at timestamp, -- the station's clock; null: the message has none
    received_at  timestamp not null,
    primary key (report_id, tenant_id, page) -- in this order it serves the foreign key as well
);
