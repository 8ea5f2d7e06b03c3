-- Payments: what was wanted, what a provider was asked, and what came of it. Amounts are in the smallest unit of their currency.

-- An organisation's accounts at providers: of each one for tests and one for money.
create table payment_gateway (
    id             integer primary key autoincrement,
    tenant_id      bigint not null,
    gateway        text not null, -- stripe, payme, click, invoice, test
    is_live        boolean not null,
    is_enabled     boolean not null, -- new payments may use it
    keys_json      text not null, -- what is no secret
    secrets_sealed text, -- encrypted; null: it has none
    created_at     timestamp not null,
    changed_at     timestamp not null
);
create unique index payment_gateway_key on payment_gateway (tenant_id, gateway, is_live);

create table payment (
    id             integer primary key autoincrement,
    tenant_id      bigint not null,
    gateway_id     bigint not null references payment_gateway (id),
    reference      text not null, -- ours, by which the provider knows it
    request_key    text not null, -- of whoever wants it: a repetition is the same payment
    subject        text, -- what it is for
    description    text,
    method         text, -- never a card's number
    return_url     text,
    state          text not null, -- see PaymentState
    currency       text not null,
    amount_minor   bigint not null, -- that was wanted
    held_minor     bigint not null,
    cost_minor     bigint, -- what is to be paid in the end; null: nobody has said so yet
    captured_minor bigint not null,
    refunded_minor bigint not null,
    owed_minor     bigint not null, -- the part of the cost that was told as a debt
    provider_name  text, -- its id at the provider
    action_url     text,
    client_token   text,
    hold_ends_at   timestamp,
    failure_code   text,
    failure        text,
    version        bigint not null,
    created_at     timestamp not null,
    created_by     text not null,
    changed_at     timestamp not null,
    asked_at       timestamp not null -- when the provider was last asked how it stands
);
create unique index payment_reference on payment (tenant_id, reference);
create unique index payment_request on payment (tenant_id, request_key);
create index payment_by_tenant on payment (tenant_id, id);
create index payment_by_subject on payment (tenant_id, subject);
create index payment_by_gateway on payment (gateway_id, tenant_id, provider_name);
create index payment_unsettled on payment (asked_at)
    where state in ('created', 'authorizing', 'authorized', 'capturing', 'capture_failed');

-- What a provider is asked to do, written down before it is asked.
create table payment_operation (
    id            integer primary key autoincrement,
    tenant_id     bigint not null,
    payment_id    bigint not null references payment (id) on delete cascade,
    operation     text not null, -- authorize, capture, refund, cancel
    attempt       integer not null,
    amount_minor  bigint not null,
    operation_key text not null, -- by which the provider knows a repetition
    outcome       text not null, -- pending, done, refused
    failure_code  text,
    failure       text,
    begun_at      timestamp not null,
    begun_by      text not null,
    ended_at      timestamp
);
create unique index payment_operation_attempt on payment_operation (payment_id, tenant_id, operation, attempt);
create unique index payment_operation_key on payment_operation (tenant_id, operation_key);
create unique index payment_operation_pending on payment_operation (tenant_id, payment_id) where outcome = 'pending';

-- The history of each payment.
create table payment_step (
    id           integer primary key autoincrement,
    tenant_id    bigint not null,
    payment_id   bigint not null references payment (id) on delete cascade,
    happened_at  timestamp not null,
    state        text not null,
    operation    text,
    amount_minor bigint,
    cause        text not null,
    note         text
);
create index payment_step_of on payment_step (payment_id, tenant_id, id);

-- What providers have told, each once however often it comes.
create table payment_notice (
    id          integer primary key autoincrement,
    tenant_id   bigint not null,
    gateway_id  bigint not null references payment_gateway (id) on delete cascade,
    event_name  text not null, -- the provider's id of it
    kind        text not null,
    object_name text, -- what it is about
    received_at timestamp not null,
    handled_at  timestamp -- null: not yet
);
create unique index payment_notice_key on payment_notice (gateway_id, tenant_id, event_name);
create index payment_notice_age on payment_notice (received_at);

-- Of providers that call us (Payme, Click): what they have begun, and how far it is.
create table provider_transaction (
    id            integer primary key autoincrement,
    tenant_id     bigint not null,
    gateway_id    bigint not null references payment_gateway (id),
    payment_id    bigint not null references payment (id) on delete cascade,
    provider_name text not null, -- the provider's id of it
    amount_minor  bigint not null,
    state         integer not null, -- 1 begun, 2 done, -1 cancelled before, -2 cancelled after
    reason        integer,
    provider_at   timestamp not null, -- by the provider's clock
    created_at    timestamp not null,
    performed_at  timestamp,
    cancelled_at  timestamp
);
create unique index provider_transaction_key on provider_transaction (gateway_id, tenant_id, provider_name);
create unique index provider_transaction_active on provider_transaction (tenant_id, payment_id) where state > 0;
create index provider_transaction_of on provider_transaction (payment_id, tenant_id, id);
create index provider_transaction_by_time on provider_transaction (gateway_id, tenant_id, provider_at);

-- The provider behind the gateway for tests: what it remembers.
create table trial_payment (
    id            integer primary key autoincrement,
    tenant_id     bigint not null,
    reference     text not null,
    stage         text not null,
    amount_minor  bigint not null,
    captured_minor bigint not null,
    refunds_json  text not null
);
create unique index trial_payment_key on trial_payment (tenant_id, reference);
