-- Tariffs that stations calculate with (OCPP 2.1 I07 to I12): what they hold by default, and what runs by which.
create table station_tariff (
    id           integer primary key autoincrement,
    tenant_id    bigint not null,
    station_id   bigint not null references station (id) on delete cascade,
    kind         text not null, -- DefaultTariff, DriverTariff
    evse         integer not null, -- 0: every EVSE
    tariff_name  text not null, -- its tariffId
    tariff_json  text, -- as it was sent; null: only the station has told of it
    valid_from_at timestamp, -- null: at once
    tokens_json  text, -- of a driver's tariff; null: of none
    state        text not null, -- installed, absent, unknown
    action       text, -- of the last command about it; null: only the station has told of it
    outcome      text, -- of that command
    said         text, -- the station's word in answer to that command
    actor        text, -- who sent that command
    changed_at   timestamp not null,
    reported_at  timestamp, -- when the station last listed it
    unique (tenant_id, station_id, kind, evse, tariff_name)
);

-- What a session is charged by at its station, and what that came to by the station's word.
create table session_tariff (
    id           integer primary key autoincrement,
    tenant_id    bigint not null,
    station_id   bigint not null references station (id) on delete cascade,
    transaction_key text not null, -- the station's id of the session, in small letters
    tariff_name  text, -- the tariffId that the station says it uses; null: none that is known
    is_refused   boolean not null, -- the driver or the EV did not accept it
    tariff_at    timestamp, -- when the station told of it
    wanted_name  text, -- the tariffId of the last change that was asked for; null: none was
    wanted_json  text,
    wanted_state text, -- asked, accepted, inUse, refused, unknown
    wanted_said  text, -- the station's word in answer to it
    wanted_by    text,
    wanted_at    timestamp,
    told_cost    text, -- a decimal number: what the station was told last that the session costs so far
    told_outcome text,
    told_by      text,
    told_at      timestamp,
    cost_json    text, -- CostDetails as the station calculated them last
    cost_at      timestamp,
    is_cost_final boolean not null,
    unique (tenant_id, station_id, transaction_key)
);
