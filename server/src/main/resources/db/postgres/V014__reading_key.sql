-- A repeated reading is one reading, also where it names no EVSE: to the table's own key two nulls are two different values.
delete from meter_reading one
using meter_reading other
where one.evse is null
  and other.evse is null
  and one.station_id = other.station_id
  and one.tenant_id = other.tenant_id
  and one.sampled_at = other.sampled_at
  and one.digest = other.digest
  and one.id > other.id;
create unique index meter_reading_without_evse on meter_reading (station_id, tenant_id, sampled_at, digest)
    where evse is null;
