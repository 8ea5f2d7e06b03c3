-- The tariff that each session began with, for its whole life. A session without a row has none.
create table session_plan (
    tenant_id     bigint not null,
    session_id    bigint not null references charging_session (id) on delete cascade,
    tariff_id     bigint not null references tariff (id) on delete cascade,
    version       integer not null,
    assignment_id bigint, -- by which it came to the session
    zone          text not null, -- of the place
    known         text not null, -- what was known of the session then: EVSE, connector, token
    fixed_at      timestamptz not null,
    primary key (session_id, tenant_id)
);
create index session_plan_of on session_plan (tariff_id);

-- What a vehicle did meanwhile, of stations that tell it of their connector and not of the session (1.6).
create table session_activity (
    tenant_id  bigint not null,
    session_id bigint not null references charging_session (id) on delete cascade,
    seen_at    timestamptz not null,
    activity   text not null, -- charging | suspended_by_ev | suspended_by_station
    primary key (session_id, tenant_id, seen_at)
);

-- What a session costs: a revision for each time that it came to something else. None is ever changed.
create table session_price (
    tenant_id   bigint not null,
    session_id  bigint not null references charging_session (id) on delete cascade,
    revision    integer not null, -- from 1
    reason      text not null, -- what led to it
    priced_json text not null, -- what the event session.priced told
    lines_json  text not null, -- each line with why
    created_at  timestamptz not null,
    primary key (session_id, tenant_id, revision)
);

select protect_rows();
