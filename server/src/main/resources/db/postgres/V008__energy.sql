-- What makes the energy of a session believable: what its EVSE showed and delivered before, and the other forms of energy.

alter table charging_session add column before_wh numeric; -- what the EVSE's register was to show at the start; null: not known
alter table charging_session add column peak_w numeric; -- the most that its readings of power and current can mean

alter table meter_reading add column energy_other_wh numeric; -- the register once more, where a reading shows two values
alter table meter_reading add column energy_interval_wh numeric; -- of the interval that ended with the reading

create table evse_meter (
    tenant_id         bigint not null,
    station_id        bigint not null references station (id) on delete cascade,
    evse              integer not null,
    register_wh       numeric, -- what its register showed last
    register_at       timestamptz,
    counts_from_zero  boolean not null, -- its register begins at 0 with each session
    power_w           numeric, -- the highest that a sound session has shown
    rated_w           numeric, -- what its device model says that it can deliver
    primary key (station_id, tenant_id, evse)
);
