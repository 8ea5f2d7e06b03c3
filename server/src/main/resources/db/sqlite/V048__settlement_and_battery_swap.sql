-- Payments at the terminals of stations (OCPP 2.1 C18 to C25), as the stations report them.
create table settlement (
    id             integer primary key autoincrement,
    tenant_id      bigint not null,
    station_id     bigint not null references station (id) on delete cascade,
    psp_reference  text not null, -- of the payment service provider
    psp_key        text not null, -- the same as a key
    transaction_name text, -- the station's id of the session; null: nothing was charged
    status         text not null, -- Settled, Canceled, Rejected, Failed, or the station's own word
    amount         text not null, -- a decimal number, in the currency of the station
    settled_at     timestamp, -- by the station's clock
    note           text,
    receipt_number text,
    receipt_url    text, -- the station's, or else ours as it was answered
    vat_number     text,
    vat_company_json text,
    received_at    timestamp not null, -- first
    changed_at     timestamp not null, -- when the last one that differs came
    unique (tenant_id, station_id, psp_key)
);
create index settlement_by_tenant on settlement (tenant_id, id);

-- Batteries that are swapped (OCPP 2.1 S01 to S03): what goes in and what comes out joined.
create table battery_swap (
    id             integer primary key autoincrement,
    tenant_id      bigint not null,
    station_id     bigint not null references station (id) on delete cascade,
    request_number bigint not null, -- chosen by us for a swap from afar, else by the station
    command_number bigint, -- of RequestBatterySwap; null: it was begun at the station
    token          text not null,
    token_type     text not null,
    state          text not null, -- requested, accepted, inserted, removed, completed, timedOut, rejected, unsent, unknown
    said           text, -- reason code of the station's answer
    in_json        text, -- the batteries that were put in
    out_json       text, -- the batteries that were taken out
    left_json      text, -- the batteries that were offered and left behind
    begun_at       timestamp not null,
    in_at          timestamp,
    out_at         timestamp,
    ended_at       timestamp
);
create index battery_swap_by_tenant on battery_swap (tenant_id, id);
create index battery_swap_by_request on battery_swap (station_id, request_number, id);
