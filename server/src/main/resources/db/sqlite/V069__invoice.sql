-- The last number of each series. It moves in the transaction that uses it, so there is no gap.
create table invoice_series (
    tenant_id   bigint not null,
    series      text not null,
    last_number bigint not null,
    primary key (tenant_id, series)
);

create table invoice (
    id             integer primary key autoincrement,
    tenant_id      bigint not null,
    series         text not null,
    invoice_number bigint not null,
    kind           text not null, -- invoice, credit_note
    holder_kind    text not null,
    holder_id      bigint not null,
    currency       text not null,
    net_minor      bigint not null,
    tax_minor      bigint not null,
    seller_json    text not null, -- as it was then
    buyer_json     text not null, -- as it was then
    content_json   text not null, -- lines and taxes
    language       text not null,
    from_at        timestamp not null, -- of what it is about
    to_at          timestamp not null,
    issued_at      timestamp not null,
    due_at         timestamp not null,
    actor          text not null,
    unique (tenant_id, series, invoice_number)
);
create index invoice_by_tenant on invoice (tenant_id, id);
create index invoice_by_holder on invoice (tenant_id, holder_kind, holder_id, id);
