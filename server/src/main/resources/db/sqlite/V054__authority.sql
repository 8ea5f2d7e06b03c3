-- Authorities that sign the certificates of stations, or whose signature under one is believed.
create table authority (
    id               integer primary key autoincrement,
    tenant_id        bigint not null,
    name             text not null,
    kind             text not null, -- own, est, trusted
    purpose          text not null, -- station, v2g
    is_issuing       boolean not null, -- it signs what stations ask for now
    organisation     text, -- that a request has to name (CpoName); null: any
    lifetime_days    integer not null, -- of the certificates that it signs
    certificates_pem text, -- its own first, then those above it; null: external, and not told yet
    key_sealed       text, -- own: the private key, encrypted
    est_json         text, -- est: how it is reached, without secrets
    est_sealed       text, -- est: its secrets, encrypted
    created_at       timestamp not null,
    created_by       text not null
);
create unique index authority_name on authority (tenant_id, name);
create unique index authority_issuing on authority (tenant_id, purpose) where is_issuing;

-- What stations ask to be signed (SignCertificate), each request once however often it comes.
create table signing_request (
    id             integer primary key autoincrement,
    tenant_id      bigint not null,
    station_id     bigint not null references station (id) on delete cascade,
    use            text not null, -- station, v2g, v2g20
    csr_hash       text not null,
    csr_pem        text not null,
    request_number bigint, -- requestId of 2.1, as it came last; null: none
    subject        text, -- null: it cannot be read
    state          text not null, -- accepted, issued, sent, installed, refused, rejected, failed
    reason         text, -- why it is refused, rejected or failed
    attempts       integer not null, -- how often the certificate left for the station
    received_at    timestamp not null, -- when it came last
    changed_at     timestamp not null
);
create unique index signing_request_key on signing_request (station_id, tenant_id, use, csr_hash);
create index signing_request_age on signing_request (changed_at);

-- Each certificate that was ever issued to a station from here.
create table issued_certificate (
    id                integer primary key autoincrement,
    tenant_id         bigint not null,
    station_id        bigint references station (id) on delete set null, -- null: it was deleted
    identity          text not null, -- of the station
    authority_id      bigint not null references authority (id),
    request_id        bigint not null, -- of the signing request
    use               text not null,
    serial_number     text not null, -- in hex, without leading zeros
    subject           text not null,
    issuer            text not null,
    chain_pem         text not null, -- its own first, without the root
    begins_at         timestamp not null,
    ends_at           timestamp not null,
    issued_at         timestamp not null,
    answer            text, -- of the station: accepted, rejected; null: none yet
    answered_at       timestamp,
    first_used_at     timestamp, -- when the station first connected with it
    superseded_at     timestamp, -- when it first connected with a newer one
    revoked_at        timestamp,
    revoked_by        text,
    revocation_reason text,
    renewal_asked_at  timestamp, -- when the station was last asked to renew it
    renewal_failure   text -- what came of that, if it was nothing
);
create unique index issued_certificate_serial on issued_certificate (tenant_id, authority_id, serial_number);
create index issued_certificate_of on issued_certificate (station_id, tenant_id, id);
create index issued_certificate_end on issued_certificate (tenant_id, ends_at);
create index issued_certificate_request on issued_certificate (tenant_id, request_id);
