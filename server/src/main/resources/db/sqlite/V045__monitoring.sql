-- Monitors of the device model (OCPP 2.x block N) as stations have them, the alerts that they raise, the streams of their values
-- (2.1), what stations know of customers, and vendors' messages both ways.
create table station_monitor (
    tenant_id      bigint not null,
    station_id     bigint not null references station (id) on delete cascade,
    monitor_number bigint not null, -- given by the station
    place          text not null, -- component and variable, written so that the same are equal
    component_json text not null,
    variable_json  text not null,
    monitor_json   text not null, -- type, value, severity, transaction, and what else is known of it
    severity       integer not null,
    is_custom      boolean not null, -- false: the station has it by itself
    known_at       timestamp not null, -- when the station last told of it
    primary key (station_id, tenant_id, monitor_number)
);

create table station_monitoring (
    tenant_id  bigint not null,
    station_id bigint not null references station (id) on delete cascade,
    base       text, -- All, FactoryDefault, HardWiredOnly; null: never set from here
    base_at    timestamp,
    level      integer, -- events up to this severity are reported; null: never set from here
    level_at   timestamp,
    primary key (station_id, tenant_id)
);

create table monitor_report (
    id             integer primary key autoincrement,
    tenant_id      bigint not null,
    station_id     bigint not null references station (id) on delete cascade,
    command_id     bigint not null,
    request_number bigint not null, -- the pages have it
    is_whole       boolean not null, -- all monitors were asked for, so that those it does not name are gone
    outcome        text, -- of the command; null: it has not ended
    status         text, -- the station's word in its answer; null: there is none
    asked_at       timestamp not null,
    completed_at   timestamp, -- when its last missing page was there; null: not
    report_id      bigint, -- of station_report, which holds its pages; null: none has come, or it was empty
    unique (tenant_id, command_id)
);
create index monitor_report_by_station on monitor_report (tenant_id, station_id, id);

create table station_alert (
    id             integer primary key autoincrement,
    tenant_id      bigint not null,
    station_id     bigint not null references station (id) on delete cascade,
    monitor_number bigint, -- null: none that has a number
    place          text not null, -- component and variable, as in station_monitor
    severity       integer, -- null: the station did not tell
    event_json     text not null, -- the latest one that says that it is so, as it came
    event_count    integer not null, -- how many have said so
    raised_at      timestamp not null, -- by the station's clock
    received_at    timestamp not null, -- by ours, the first
    last_at        timestamp not null, -- by the station's clock, the latest
    ended_at       timestamp, -- by the station's clock, or ours where it did not end it; null: it is open
    ended_by       text -- cleared, monitor-removed, or who closed it; null: it is open
);
create index station_alert_by_tenant on station_alert (tenant_id, id);
create index station_alert_by_place on station_alert (station_id, place, id);

create table event_stream (
    id               integer primary key autoincrement,
    tenant_id        bigint not null,
    station_id       bigint not null references station (id) on delete cascade,
    stream_number    bigint not null, -- given by the station; used again once a stream has ended
    monitor_number   bigint not null,
    place            text, -- of its monitor; null: not known
    component_json   text,
    variable_json    text,
    interval_seconds bigint,
    values_at_once   bigint, -- how many are gathered for a message
    pending          bigint, -- how many waited at the station at the latest message
    opened_at        timestamp not null,
    last_at          timestamp, -- when the latest values came
    closed_at        timestamp, -- null: it is open
    closed_by        text -- station, boot, monitor-removed, replaced, not-listed
);
create index event_stream_by_station on event_stream (tenant_id, station_id, id);
create index event_stream_open on event_stream (station_id, stream_number) where closed_at is null;

create table stream_value (
    id          integer primary key autoincrement,
    tenant_id   bigint not null,
    station_id  bigint not null references station (id) on delete cascade,
    stream_id   bigint not null, -- of event_stream
    value_at    timestamp not null, -- by the station's clock
    value       text not null, -- as it came
    received_at timestamp not null
);
create index stream_value_by_station on stream_value (station_id, value_at, id);
create index stream_value_by_stream on stream_value (stream_id, value_at, id);

create table data_transfer (
    id           integer primary key autoincrement,
    tenant_id    bigint not null,
    station_id   bigint not null references station (id) on delete cascade,
    is_inbound   boolean not null, -- from the station
    vendor       text not null,
    message      text, -- the messageId; null: none
    data_json    text, -- without secrets; null: none
    status       text, -- of the answer; null: there is none
    answer_json  text, -- its data, without secrets; null: none
    command_id   bigint, -- that took it to the station; null: it came from there
    outcome      text, -- of that command; null: it has not ended, or there is none
    received_at  timestamp not null, -- or sent
    unique (tenant_id, command_id)
);
create index data_transfer_by_station on data_transfer (tenant_id, station_id, id);

create table customer_information (
    id             integer primary key autoincrement,
    tenant_id      bigint not null,
    station_id     bigint not null references station (id) on delete cascade,
    command_id     bigint, -- null: the station told without having been asked from here
    request_number bigint not null,
    subject        text, -- token, certificate, identifier; null: not known
    token          text, -- where that is how the customer was named
    is_report      boolean not null,
    is_clear       boolean not null,
    actor          text, -- who asked
    outcome        text, -- of the command; null: it has not ended
    status         text, -- the station's word in its answer; null: there is none
    asked_at       timestamp not null,
    completed_at   timestamp, -- when its last missing page was there; null: not
    unique (tenant_id, command_id)
);
create index customer_information_by_station on customer_information (tenant_id, station_id, id);

create table customer_information_page (
    tenant_id  bigint not null,
    request_id bigint not null references customer_information (id) on delete cascade,
    page       integer not null,
    is_last    boolean not null,
    data       text not null,
    came_at    timestamp not null,
    primary key (request_id, tenant_id, page)
);
