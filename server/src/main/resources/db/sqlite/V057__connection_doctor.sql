-- What is told a technician whose charger does not connect, or does so in an odd way.

alter table connection_attempt add column hint text; -- what it comes from, as far as it could be told; see AttemptHint
alter table connection_attempt add column hint_value text; -- never a password
create index connection_attempt_by_last on connection_attempt (tenant_id, last_at);

alter table station add column former_password_hash text; -- that counted before; only to say so to whoever still sends it

-- What was odd about handshakes that succeeded.
create table connection_oddity (
    tenant_id  bigint not null,
    station_id bigint not null references station (id) on delete cascade,
    oddity     text not null, -- see Oddity
    occurred   bigint not null,
    found      text, -- what stood there lately
    first_at   timestamp not null,
    last_at    timestamp not null,
    primary key (tenant_id, station_id, oddity)
);

-- What is wrong with a station for a while: it flaps, is silent, its clock is off.
create table station_trouble (
    id         integer primary key autoincrement,
    tenant_id  bigint not null,
    station_id bigint not null references station (id) on delete cascade,
    trouble    text not null, -- see TroubleKind
    severity   text not null, -- critical | warning | info
    amount     bigint not null, -- how many, or how many seconds; see TroubleKind
    subject    text, -- such as the type of security events
    began_at   timestamp not null,
    ended_at   timestamp -- null: it lasts
);
create unique index station_trouble_open on station_trouble (tenant_id, station_id, trouble) where ended_at is null;
create index station_trouble_by_station on station_trouble (tenant_id, station_id, id);
create index station_trouble_lasting on station_trouble (tenant_id, began_at) where ended_at is null;

-- What is looked at once a minute, of all tenants, must not need a look at all rows.
create index connection_by_opening on connection (opened_at);
create index security_event_by_arrival on security_event (received_at);
