-- Charging profiles of stations (OCPP 1.6 §3.13, 2.x block K), each with what became of it. What has gone stays as history.
create table charging_profile (
    id             integer primary key autoincrement,
    tenant_id      bigint not null,
    station_id     bigint not null references station (id) on delete cascade,
    number         bigint not null, -- by which the station knows it
    evse           integer not null, -- 0 is the station, or each EVSE of it
    purpose        text not null, -- as 2.x has it
    stack_level    integer not null,
    transaction_id text, -- of a TxProfile
    profile_json   text not null, -- ChargingProfile of 2.x: as it was sent, or as the station reported it
    source         text not null, -- csms, or the station's chargingLimitSource
    state          text not null, -- sent, accepted, unanswered, rejected, cleared, replaced, over
    said           text, -- what the station answered, with its reason
    command_id     bigint, -- that set it; null: the station told of it
    actor          text, -- who sent that
    ends_at        timestamp, -- after which it is over; null: without end
    created_at     timestamp not null,
    changed_at     timestamp not null, -- since when its state is so
    reported_at    timestamp -- when the station last reported it
);
create index charging_profile_by_station on charging_profile (station_id, id);
create index charging_profile_standing on charging_profile (station_id, number) where state in ('sent', 'accepted', 'unanswered');
create index charging_profile_by_command on charging_profile (command_id);

-- Limits that somebody else has set at a station (K11 to K14). Those that are gone stay as history.
create table charging_limit (
    id                  integer primary key autoincrement,
    tenant_id           bigint not null,
    station_id          bigint not null references station (id) on delete cascade,
    evse                integer not null, -- 0 is the station
    source              text not null, -- chargingLimitSource
    is_grid_critical    boolean not null,
    is_local_generation boolean not null, -- it is added on top instead
    schedules_json      text, -- a list of ChargingSchedule of 2.x; null: not told
    reported_at         timestamp not null,
    ended_at            timestamp, -- null: it stands
    ended_by            text -- cleared, replaced
);
create index charging_limit_by_station on charging_limit (station_id, id);

-- What EVs asked for over ISO 15118 (K15 to K20), and what they were offered.
create table charging_need (
    id               integer primary key autoincrement,
    tenant_id        bigint not null,
    station_id       bigint not null references station (id) on delete cascade,
    evse             integer not null,
    transaction_id   text, -- null: none is known to run there
    needs_json       text not null, -- ChargingNeeds of 2.x
    energy_mode      text not null, -- requestedEnergyTransfer
    departs_at       timestamp,
    energy_wh        numeric, -- asked for; null: not told
    most_periods     integer, -- of a schedule for this EV; null: not told
    asked_at         timestamp, -- by the station's clock, if it was offline then
    received_at      timestamp not null,
    answer           text not null, -- Accepted, Processing, Rejected, NoChargingProfile
    state            text not null, -- waiting, offered, accepted, refused, none, over
    offers           integer not null, -- how many profiles were sent
    offered_wh       numeric, -- what the last one allows until departure; null: no end, or no limit
    note             text, -- why it stands so, for people
    schedule_json    text, -- what the EV plans, as NotifyEVChargingSchedule has it
    schedule_answer  text, -- Accepted, Rejected
    schedule_at      timestamp,
    changed_at       timestamp not null
);
create index charging_need_by_station on charging_need (station_id, id);

-- Whether priority charging is on for a transaction (2.1 K21, K22).
create table priority_charging (
    tenant_id       bigint not null,
    station_id      bigint not null references station (id) on delete cascade,
    transaction_key text not null, -- its id in small letters
    transaction_id  text not null,
    is_active       boolean not null,
    source          text not null, -- csms, station
    changed_at      timestamp not null,
    primary key (tenant_id, station_id, transaction_key)
);

-- What is to be known of a station to charge smartly: as somebody has set it, or as its answers have taught.
create table smart_charging (
    tenant_id      bigint not null,
    station_id     bigint not null references station (id) on delete cascade,
    voltage_v      integer not null, -- nominal, of a phase
    phases         integer not null,
    rate_unit      text, -- A or W; null: either
    is_whole       boolean not null, -- limits without decimals only
    stack_level    integer, -- the only one that it takes; null: any
    answers_needs  boolean not null, -- whether EVs that ask get a profile
    last_number    bigint not null, -- of profiles that were given out
    changed_at     timestamp not null,
    primary key (tenant_id, station_id)
);
