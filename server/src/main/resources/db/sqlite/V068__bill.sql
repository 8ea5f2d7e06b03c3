-- How an organisation bills. No row: as BillingProfile.DEFAULT says.
create table billing_profile (
    tenant_id       bigint not null primary key,
    invoicing       text not null, -- session, month, none
    name            text,
    address         text,
    vat_number      text,
    registration    text, -- of the company's register
    email           text,
    footer          text, -- bank account, terms
    language        text not null, -- of whoever has none
    time_zone       text not null, -- in which a month begins
    invoice_series  text not null,
    credit_series   text not null,
    due_days        integer not null,
    is_overdraft_allowed boolean not null, -- a wallet may go below 0
    logo_type       text, -- image/png, image/jpeg
    logo_base64     text,
    updated_at      timestamp not null
);

-- What a session costs somebody. A row is never changed but in what becomes of it: state, charged_at, wallet_minor, invoice_id, actor.
create table bill (
    id              integer primary key autoincrement,
    tenant_id       bigint not null,
    session_id      bigint not null, -- no reference: bills stay
    revision        integer not null, -- of the price
    kind            text not null, -- bill, credit
    credited_id     bigint not null, -- of a credit: the bill; else 0
    state           text not null, -- held, charged, replaced
    held_for        text, -- provisional; null: nothing
    station_id      bigint not null, -- no reference: bills stay
    station_identity text not null,
    token           text,
    tariff          text not null,
    holder_kind     text not null,
    holder_id       bigint not null,
    payment_method  text not null, -- wallet, invoice, none
    currency        text not null,
    net_minor       bigint not null,
    tax_minor       bigint not null,
    wallet_minor    bigint not null, -- of what is charged, what the wallet pays
    items_json      text not null,
    energy_wh       numeric,
    started_at      timestamp not null,
    ended_at        timestamp not null,
    made_at         timestamp not null,
    charged_at      timestamp, -- null: not yet
    invoice_id      bigint, -- no reference, as it comes later; null: on none
    actor           text not null, -- who made or released it
    unique (tenant_id, session_id, revision, kind)
);
create index bill_by_tenant on bill (tenant_id, id);
create index bill_by_holder on bill (tenant_id, holder_kind, holder_id, id);
create index bill_by_invoice on bill (tenant_id, invoice_id, id);
create index bill_to_invoice on bill (tenant_id, holder_kind, holder_id, currency) where invoice_id is null and state = 'charged';
