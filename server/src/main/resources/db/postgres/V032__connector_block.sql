-- What of a station takes no new sessions, because an operator or a partner said so, and what the station said to that.
create table connector_block (
    tenant_id   bigint not null,
    station_id  bigint not null references station (id) on delete cascade,
    evse        integer not null, -- 0 is the station as a whole
    connector   integer not null, -- 0 is the EVSE as a whole
    number      bigint not null, -- counts the changes, so that an answer to an older one is known as that
    reason      text not null,
    blocked_by  text not null, -- the actor's word
    blocked_at  timestamptz not null,
    ends_at     timestamptz, -- null: until somebody lifts it
    lifted_at   timestamptz, -- not null: it blocks nothing any more, and the station has still to be told
    result      text not null, -- pending, accepted, scheduled, rejected, notSupported
    result_at   timestamptz,
    primary key (tenant_id, station_id, evse, connector)
);

select protect_rows();
