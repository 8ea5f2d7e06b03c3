-- What stations are set to: variables of the device model (2.x), configuration keys (1.6). An address names component, instance, EVSE,
-- connector, variable, instance and attribute; its key is the same in small letters.
create table station_variable (
    tenant_id   bigint not null,
    station_id  bigint not null references station (id) on delete cascade,
    address_key text not null,
    address     text not null,
    value       text, -- null: it has none, is write-only, or a secret
    is_secret   boolean not null, -- its value is never kept
    mutability  text, -- ReadOnly, WriteOnly, ReadWrite; null: not told
    data_type   text,
    unit        text,
    min_limit   text, -- a decimal, as the station wrote it
    max_limit   text,
    values_list text, -- allowed ones, separated by commas
    told_by     text not null, -- reported, read, written: whence it is known
    told_at     timestamp not null, -- when it was known last
    first_at    timestamp not null, -- when it was known first
    changed_at  timestamp not null, -- since when it has this value
    primary key (tenant_id, station_id, address_key)
);

-- What they were set to before.
create table station_variable_change (
    id integer primary key autoincrement,
    tenant_id    bigint not null,
    station_id   bigint not null references station (id) on delete cascade,
    address_key  text not null,
    address      text not null,
    value_before text,
    value_after  text,
    is_gone      boolean not null, -- the station has it no more
    actor        text, -- who set it; null: found so, or by the station itself
    changed_at   timestamp not null
);
create index station_variable_change_by_station on station_variable_change (station_id, id);
create index station_variable_change_by_address on station_variable_change (station_id, address_key, id);

-- What a station said last when it was to set one of them.
create table station_variable_write (
    tenant_id   bigint not null,
    station_id  bigint not null references station (id) on delete cascade,
    address_key text not null,
    address     text not null,
    value       text, -- null: a secret
    result      text not null,
    reason      text, -- why, as the station says
    actor       text not null,
    command_id  bigint not null,
    written_at  timestamp not null,
    primary key (tenant_id, station_id, address_key)
);

-- Commands that are answered by reports in pages.
create table report_request (
    id integer primary key autoincrement,
    tenant_id      bigint not null,
    station_id     bigint not null references station (id) on delete cascade,
    command_id     bigint not null,
    action         text not null, -- the command
    report_action  text not null, -- the message that brings the pages
    request_number bigint not null, -- the requestId of both
    wanted         text, -- what was asked for, in short, such as FullInventory
    status         text not null,
    reason         text, -- why not, as the station says
    actor          text not null,
    asked_at       timestamp not null,
    answered_at    timestamp, -- when the command ended
    unique (tenant_id, command_id)
);
create index report_request_by_number on report_request (station_id, report_action, request_number, id);
create index report_request_by_station on report_request (station_id, id);

-- What stations are to be set to, each by itself or all of a group.
create table desired_setting (
    id integer primary key autoincrement,
    tenant_id   bigint not null,
    station_id  bigint references station (id) on delete cascade, -- null: of a group
    group_id    bigint references station_group (id) on delete cascade, -- null: of a station
    address_key text not null,
    address     text not null,
    value       text not null,
    is_enforced boolean not null, -- set again after a boot that lost it
    actor       text not null,
    wanted_at   timestamp not null
);
create unique index desired_setting_of_station on desired_setting (station_id, address_key) where station_id is not null;
create unique index desired_setting_of_group on desired_setting (group_id, address_key) where group_id is not null;
