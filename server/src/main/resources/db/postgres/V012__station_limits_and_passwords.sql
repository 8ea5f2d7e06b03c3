-- Passwords that a station was told over OCPP, or may have been, and that count beside its own until that is settled.
create table station_password (
    tenant_id     bigint not null,
    station_id    bigint not null references station (id) on delete cascade,
    password_hash text not null, -- salted
    beside_hash   text not null, -- the station's own when it was told; counts only as long as that is so; empty: none
    is_later      boolean not null, -- the station has taken it, and uses it from some later time on
    told_at       timestamptz not null,
    primary key (tenant_id, station_id, password_hash)
);

-- What a station has told of its own limits.
create table station_limit (
    tenant_id  bigint not null,
    station_id bigint not null references station (id) on delete cascade,
    name       text not null,
    most       bigint not null,
    told_at    timestamptz not null,
    primary key (tenant_id, station_id, name)
);
