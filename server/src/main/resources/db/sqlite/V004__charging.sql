-- Charging sessions, the trail of evidence behind each, and every meter reading.

create table charging_session (
    id                  integer primary key autoincrement, -- also the transactionId that OCPP 1.6 stations are given; never used twice
    tenant_id           bigint not null references tenant (id),
    station_id          bigint not null references station (id),
    ocpp_version        text not null,
    evse                integer,
    connector           integer,
    start_key           text, -- 1.6: connector, token, time and meter of the start; a repeated start has the same
    station_tx          text, -- the station's own id: 2.x transactionId, or what a 1.6 station invented
    station_tx_key      text, -- station_tx in lower case
    generation          integer not null, -- 2.x: counts a transactionId that the station used again
    state               text not null, -- open | ended
    token_value         text,
    token_key           text, -- token_value in lower case
    token_type          text,
    token_group         text,
    token_verdict       text, -- when the session began
    stop_token_value    text,
    stop_token_type     text,
    started_at          timestamp not null, -- the time we believe: the station's unless absurd
    station_started_at  timestamp, -- the station's clock
    received_at         timestamp not null, -- when the first message of it came
    ended_at            timestamp,
    station_ended_at    timestamp,
    meter_start_wh      numeric,
    meter_stop_wh       numeric,
    last_meter_wh       numeric,
    last_meter_at       timestamp,
    energy_wh           numeric, -- from registers; null: not known
    power_w             numeric,
    soc_percent         numeric,
    charging_state      text,
    stop_reason         text,
    closed_by           text, -- station | superseded | operator
    verdict             text, -- complete | incomplete | suspect; null while open
    suspicions_json     text, -- what is suspect, as a list of words
    first_seq_no        integer,
    last_seq_no         integer,
    end_seq_no          integer,
    reservation_number  bigint,
    remote_start_number bigint,
    is_offline          boolean not null,
    updated_at          timestamp not null
);
-- Partial, because every index costs each session something, and half of them would hold nothing but nulls. Those of a state
-- or verdict serve a query only where it says the word itself, not as a parameter.
create unique index charging_session_start on charging_session (tenant_id, station_id, start_key)
    where start_key is not null;
create unique index charging_session_tx on charging_session (tenant_id, station_id, station_tx_key, generation)
    where station_tx_key is not null;
create index charging_session_open on charging_session (tenant_id, station_id) where state = 'open';
create index charging_session_open_start on charging_session (tenant_id, state, started_at) where state = 'open';
create index charging_session_open_token on charging_session (tenant_id, token_key) where state = 'open';
create index charging_session_by_start on charging_session (tenant_id, started_at);
create index charging_session_by_station on charging_session (tenant_id, station_id, started_at);
create index charging_session_by_token on charging_session (tenant_id, token_key, started_at);
create index charging_session_suspect on charging_session (tenant_id, verdict, started_at) where verdict = 'suspect';
create index charging_session_incomplete on charging_session (tenant_id, verdict, started_at) where verdict = 'incomplete';

create table session_event (
    id           integer primary key autoincrement,
    tenant_id    bigint not null,
    session_id   bigint not null references charging_session (id) on delete cascade,
    kind         text not null, -- started | updated | ended | anomaly | closed; see SessionEvent
    seq_no       integer, -- 2.x
    action       text not null, -- of the message it came with; empty: our own doing
    message_id   text,
    trigger_word text, -- 2.x triggerReason
    station_at   timestamp, -- the station's clock
    received_at  timestamp not null,
    is_offline   boolean not null,
    digest       bigint not null, -- of the message's content: tells a repetition from a contradiction
    detail_json  text not null, -- what was derived, and what was suspect
    unique (session_id, tenant_id, seq_no) -- in this order it serves the foreign key as well
);

create table meter_reading (
    id             integer primary key autoincrement,
    tenant_id      bigint not null,
    station_id     bigint not null references station (id) on delete cascade,
    evse           integer, -- 0: the station's main meter; null: a session that has not named its EVSE yet
    connector      integer,
    session_id     bigint references charging_session (id) on delete cascade,
    seq_no         integer, -- 2.x: of the TransactionEvent that brought it
    message_id     text,
    message_digest bigint, -- of the TransactionEvent that brought it: tells a repetition from a contradiction
    context        text,
    sampled_at     timestamp not null, -- the time we believe
    station_at     timestamp, -- the station's clock, where we do not believe it
    received_at    timestamp not null,
    energy_wh      numeric, -- import register, in Wh; null: the reading has none
    power_w        numeric,
    soc_percent    numeric,
    digest         bigint not null, -- of sampled_json (and, in 2.x, of its message): a repeated reading has the same
    sampled_json   text not null, -- every sampled value as it came, signed data byte for byte
    unique (station_id, tenant_id, sampled_at, evse, digest)
);
create index meter_reading_by_session on meter_reading (session_id, id);

-- Readings that have grown old: those of a session and a quarter of an hour in one row. Without a session: of a meter.
create table meter_rollup (
    id               integer primary key autoincrement,
    tenant_id        bigint not null,
    station_id       bigint not null references station (id) on delete cascade,
    evse             integer,
    connector        integer,
    session_id       bigint references charging_session (id) on delete cascade,
    from_at          timestamp not null, -- a full quarter of an hour
    readings         integer not null, -- how many it stands for
    energy_first_wh  numeric, -- the register at the first reading that shows it, and at the last
    energy_first_at  timestamp,
    energy_last_wh   numeric,
    energy_last_at   timestamp,
    power_min_w      numeric,
    power_max_w      numeric,
    power_sum_w      numeric,
    power_readings   integer not null, -- that power_sum_w is the sum of
    soc_percent      numeric, -- the last
    seq_nos_json     text, -- 2.x: of the events that brought them, as a list
    kept_json        text  -- readings that stay as they came, as a list; see OldReading
);
create index meter_rollup_by_session on meter_rollup (session_id, from_at, id);
create index meter_rollup_by_station on meter_rollup (station_id, tenant_id, from_at, id);
