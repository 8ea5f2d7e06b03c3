-- Contract certificates (ISO 15118, OCPP 2.x C07 and block M): which authorities an organisation trusts, what it lets pass while it
-- tests, and what stations have asked about certificates.
create table contract_root (
    id          integer primary key autoincrement,
    tenant_id   bigint not null,
    root_use    text not null, -- v2g, mo, oem
    fingerprint text not null, -- SHA-256 of the certificate, in hex
    pem         text not null,
    subject     text not null,
    starts_at  timestamp not null,
    ends_at    timestamp not null,
    note        text,
    actor       text not null, -- who added it
    added_at    timestamp not null,
    unique (tenant_id, root_use, fingerprint)
);

create table contract_leniency (
    tenant_id       bigint not null primary key,
    is_without_ocsp boolean not null, -- a responder need not have answered
    is_expired      boolean not null, -- certificates may be over
    is_unknown_root boolean not null, -- nobody need have installed the root
    changed_at      timestamp not null
);

create table certificate_request (
    id          integer primary key autoincrement,
    tenant_id   bigint not null,
    station_id  bigint not null references station (id) on delete cascade,
    action      text not null, -- as OCPP calls it
    subject     text, -- eMAID, or serial number; null: none
    outcome     text not null, -- the status that the station was answered
    reason      text, -- for an operator; null: there is nothing to say
    source      text, -- who was asked: the host of a responder, or the pool; null: nobody
    duration_ms bigint not null, -- from the arrival to the answer
    answer_size bigint not null, -- in characters, of what was passed on to the station
    received_at timestamp not null
);
create index certificate_request_by_tenant on certificate_request (tenant_id, id);
create index certificate_request_by_station on certificate_request (station_id, id);
