-- Security events of the same type and text within a day are one row. station_at and received_at are those of the first.

alter table security_event add column occurred bigint not null default 1;
alter table security_event add column last_station_at timestamp; -- the station's clock; null: as the first
alter table security_event add column last_received_at timestamp; -- null: as the first

create index security_event_run on security_event (tenant_id, station_id, digest, id);
create index security_event_by_type on security_event (tenant_id, type, id);
create index security_event_by_tenant on security_event (tenant_id, id);
