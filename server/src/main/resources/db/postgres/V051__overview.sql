-- Where a station stands; all null: nobody has said.
alter table station add column latitude double precision; -- in degrees of WGS 84, from -90 to 90
alter table station add column longitude double precision; -- from -180 to 180; null where latitude is
alter table station add column address text; -- for people

-- What the overview counts and lists first, without a look at all other rows.
create index connector_by_status on connector (tenant_id, status, station_id);
create index connection_open_station on connection (tenant_id, station_id) where closed_at is null;
create index station_alert_open on station_alert (tenant_id, id) where ended_at is null;
create index firmware_update_failed on firmware_update (tenant_id, ended_at) where state = 'failed';
create index connection_attempt_unknown on connection_attempt (tenant_id, last_at) where reason = 'unknown_identity';
create index station_registration on station (tenant_id, id) where admission <> 'accepted' or registration in ('pending', 'rejected');

-- The energy of a day is added up from the index alone.
drop index charging_session_by_end;
create index charging_session_by_end on charging_session (tenant_id, ended_at, station_id, energy_wh) where state = 'ended';
