-- Security events of the same type and text within a day are one row. station_at and received_at are those of the first.

alter table security_event add column occurred bigint not null default 1;
alter table security_event add column last_station_at timestamp; -- the station's clock; null: as the first
alter table security_event add column last_received_at timestamp; -- null: as the first

drop index security_event_by_station;
create index security_event_by_station on security_event (tenant_id, station_id, received_at, id);
create index security_event_by_time on security_event (tenant_id, received_at, id);
create index security_event_by_type on security_event (tenant_id, type, received_at, id);
create index security_event_run on security_event (tenant_id, station_id, digest, id);

drop index station_event_by_station;
create index station_event_by_station on station_event (tenant_id, station_id, received_at, id);
