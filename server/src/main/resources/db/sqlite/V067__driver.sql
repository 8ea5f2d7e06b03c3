-- Who pays for others: an employer, a fleet.
create table company (
    id           integer primary key autoincrement,
    tenant_id    bigint not null,
    name         text not null,
    address      text,
    vat_number   text,
    email        text,
    language     text,
    note         text,
    created_at   timestamp not null,
    updated_at   timestamp not null
);
create index company_by_tenant on company (tenant_id, id);

-- Sessions with tokens of the group are billed to the company.
create table company_token_group (
    tenant_id  bigint not null,
    group_key  text not null,
    group_name text not null,
    company_id bigint not null references company (id) on delete cascade,
    primary key (tenant_id, group_key)
);
create index company_token_group_by_company on company_token_group (company_id);

create table driver (
    id             integer primary key autoincrement,
    tenant_id      bigint not null,
    name           text not null,
    email          text,
    phone          text,
    language       text,
    address        text,
    vat_number     text,
    company_id     bigint references company (id), -- that pays; null: the driver
    payment_method text not null, -- wallet, invoice
    note           text,
    created_at     timestamp not null,
    updated_at     timestamp not null,
    erased_at      timestamp -- null: not erased
);
create index driver_by_tenant on driver (tenant_id, id);
create index driver_by_company on driver (company_id);

create table driver_token (
    tenant_id bigint not null,
    token_id  bigint not null references token (id) on delete cascade,
    driver_id bigint not null references driver (id) on delete cascade,
    primary key (tenant_id, token_id)
);
create index driver_token_by_driver on driver_token (driver_id);
create index driver_token_by_token on driver_token (token_id);
