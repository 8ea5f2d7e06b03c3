-- A repeated reading is one reading, also where it names no EVSE: to the table's own key two nulls are two different values.
delete from meter_reading
where evse is null
  and id not in (select min(id) from meter_reading where evse is null
                 group by station_id, tenant_id, sampled_at, digest);
create unique index meter_reading_without_evse on meter_reading (station_id, tenant_id, sampled_at, digest)
    where evse is null;
