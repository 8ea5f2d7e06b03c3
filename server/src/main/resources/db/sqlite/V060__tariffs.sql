-- The operator's tariffs. A change of what one says is a new version; none is ever changed or removed while a session has it.
create table tariff (
    id          integer primary key autoincrement,
    tenant_id   bigint not null references tenant (id),
    name        text not null,
    name_key    text not null, -- name in lower case: two tariffs never differ in case only
    note        text,
    ocpi_id     text not null, -- partners know it by this
    ocpi_key    text not null, -- ocpi_id in lower case, as OCPI compares it
    version     integer not null, -- the newest
    is_archived boolean not null,
    created_at  timestamp not null,
    updated_at  timestamp not null,
    unique (tenant_id, name_key),
    unique (tenant_id, ocpi_key)
);

create table tariff_version (
    tenant_id  bigint not null,
    tariff_id  bigint not null references tariff (id) on delete cascade,
    version    integer not null, -- from 1
    ocpi_json  text not null, -- a Tariff of OCPI 2.2.1
    created_at timestamp not null,
    created_by text not null,
    primary key (tariff_id, tenant_id, version)
);

-- For whom and where a tariff is. A row is never changed: one that ends stays, so that what applied at any time can be told.
create table tariff_assignment (
    id             integer primary key autoincrement,
    tenant_id      bigint not null references tenant (id),
    tariff_id      bigint not null references tariff (id) on delete cascade,
    group_id       bigint references station_group (id) on delete cascade, -- null: in any group, or none
    station_id     bigint references station (id) on delete cascade, -- null: at any
    evse           integer, -- null: at any
    connector_type text, -- null: at any
    token_group    text, -- null: of any, or none
    token_value    text, -- null: any
    token_key      text, -- by which tokens are compared
    target_key     text not null, -- all of it, written so that the same is equal
    created_at     timestamp not null,
    created_by     text not null,
    ended_at       timestamp, -- null: it stands
    ended_by       text
);
create unique index tariff_assignment_standing on tariff_assignment (tenant_id, target_key, tariff_id) where ended_at is null;
create index tariff_assignment_of on tariff_assignment (tariff_id);
create index tariff_assignment_group on tariff_assignment (group_id);
create index tariff_assignment_station on tariff_assignment (station_id);
