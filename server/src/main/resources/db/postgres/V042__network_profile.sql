-- How stations are told to reach a CSMS, by their slots (2.x B09), and the move from one to another (B10).
create table network_profile (
    tenant_id    bigint not null,
    station_id   bigint not null references station (id) on delete cascade,
    slot         integer not null,
    profile_json text not null, -- without secrets
    state        text not null,
    reason       text, -- why not, as the station says
    actor        text not null,
    command_id   bigint not null,
    sent_at      timestamptz not null,
    answered_at  timestamptz,
    primary key (tenant_id, station_id, slot)
);

create table network_switch (
    tenant_id   bigint not null,
    station_id  bigint not null references station (id) on delete cascade,
    slot        integer not null, -- where it is to go
    slot_before integer, -- where it was; null: not known
    priority    text not null, -- the slots in the order in which it tries them
    state       text not null,
    reason      text, -- what was found, or why not
    actor       text not null,
    began_at    timestamptz not null,
    changed_at  timestamptz not null,
    primary key (tenant_id, station_id)
);

select protect_rows();
