-- Money by double entry. A row of the book is what whoever posts for a tenant holds until the commit, so that one does at a time.
create table ledger_book (
    tenant_id   bigint not null primary key,
    last_number bigint not null -- of its postings, without a gap
);

create table ledger_posting (
    id             integer primary key autoincrement,
    tenant_id      bigint not null,
    posting_number bigint not null,
    posting_key    text not null, -- what is posted, so that it is posted once
    kind           text not null, -- top_up, payout, bill, credit, payment, refund
    currency       text not null, -- ISO 4217
    note           text,
    actor          text not null,
    posted_at      timestamp not null,
    unique (tenant_id, posting_key),
    unique (tenant_id, posting_number)
);

-- Of each posting the sum is 0.
create table ledger_entry (
    id           integer primary key autoincrement,
    tenant_id    bigint not null,
    posting_id   bigint not null references ledger_posting (id) on delete cascade,
    account      text not null, -- wallet, receivable, revenue, tax, refund, clearing
    holder_kind  text not null, -- nobody, driver, company
    holder_id    bigint not null, -- 0: nobody
    currency     text not null,
    amount_minor bigint not null -- in the currency's smallest unit; debit above 0, credit below
);
create index ledger_entry_by_posting on ledger_entry (tenant_id, posting_id);
create index ledger_entry_by_account on ledger_entry (tenant_id, account, holder_kind, holder_id, posting_id);

-- The sums of the entries, which whoever posts keeps.
create table ledger_balance (
    tenant_id     bigint not null,
    account       text not null,
    holder_kind   text not null,
    holder_id     bigint not null,
    currency      text not null,
    balance_minor bigint not null,
    primary key (tenant_id, account, holder_kind, holder_id, currency)
);

create trigger ledger_posting_stands before update on ledger_posting begin
    select raise(abort, 'What was posted is not changed; post what sets it right');
end;
create trigger ledger_entry_stands before update on ledger_entry begin
    select raise(abort, 'What was posted is not changed; post what sets it right');
end;
