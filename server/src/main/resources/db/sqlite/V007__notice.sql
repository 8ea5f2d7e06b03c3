-- What stations report beside charging: security events, progress of jobs, reports in pages.

create table security_event (
    id          integer primary key autoincrement,
    tenant_id   bigint not null,
    station_id  bigint not null references station (id) on delete cascade,
    type        text not null,
    station_at  timestamp not null,
    received_at timestamp not null,
    tech_info   text not null, -- empty: none
    unique (tenant_id, station_id, type, station_at, tech_info)
);

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
    payload_json text not null,
    received_at  timestamp not null,
    primary key (tenant_id, report_id, page)
);
