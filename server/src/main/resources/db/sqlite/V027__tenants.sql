-- Tenants that come and go, and groups of stations within one.

alter table tenant add column suspended_at timestamp; -- null: it is served
alter table tenant add column removal_at timestamp; -- when its removal began; its rows go first, and it last
-- No number is ever given twice: what is remembered of a tenant that is gone must not be taken for another one's.
create table tenant_number (
    id      integer primary key,
    last_id bigint not null
);
insert into tenant_number (id, last_id) select 1, max(id) from tenant;

create table station_group (
    id         integer primary key autoincrement,
    tenant_id  bigint not null references tenant (id),
    name       text not null,
    name_key   text not null, -- name in lower case: two groups never differ in case only
    note       text,
    created_at timestamp not null,
    updated_at timestamp not null,
    unique (tenant_id, name_key)
);

create table station_group_member (
    tenant_id  bigint not null,
    group_id   bigint not null references station_group (id) on delete cascade,
    station_id bigint not null references station (id) on delete cascade,
    primary key (group_id, tenant_id, station_id) -- in this order it serves the foreign key as well
);
create index station_group_member_by_station on station_group_member (station_id, tenant_id);
