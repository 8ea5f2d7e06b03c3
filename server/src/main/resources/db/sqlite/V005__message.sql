-- The trace: every frame as it came and went, many in a row, because as a row each they cost more than all facts
-- together. Not a fact: it may be thinned, and ages out.

create table message_pack (
    id        integer primary key autoincrement,
    tenant_id bigint not null,
    first_at  timestamp not null,
    last_at   timestamp not null,
    actions   text not null, -- that occur in it, with a blank before and behind each
    frames    blob not null  -- see FramePack
);
create index message_pack_by_time on message_pack (last_at);

-- Which packs hold frames of a station.
create table message_station (
    tenant_id  bigint not null,
    station_id bigint not null,
    pack_id    bigint not null,
    primary key (tenant_id, station_id, pack_id)
) without rowid;
