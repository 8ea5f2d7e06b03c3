-- The list of tokens that a station holds (1.6 §5.15, 2.x block D), as far as we know it.
create table local_list (
    tenant_id        bigint not null,
    station_id       bigint not null references station (id) on delete cascade,
    auto_sync        boolean, -- whether it follows our tokens by itself; null: as the server's setting says
    when_too_many    text not null, -- refuse, newest
    is_due           boolean not null, -- it is to be brought up to date once the station is there
    version          bigint not null, -- after the last update that the station took; 0: none
    is_known         boolean not null, -- whether local_list_entry has what the station has
    station_version  bigint, -- that it told last; null: it was never asked
    version_told_at  timestamp,
    result           text, -- what the last update came to; null: there was none
    result_at        timestamp,
    result_actor     text,
    result_text      text,
    synced_at        timestamp, -- when it last held what it is to hold
    primary key (station_id, tenant_id)
);
create table local_list_entry (
    tenant_id  bigint not null,
    station_id bigint not null references station (id) on delete cascade,
    token_key  text not null, -- in small letters, as lists are compared
    entry_json text not null, -- in the words of the station's version
    primary key (station_id, tenant_id, token_key)
);

-- The certificates that a station holds (1.6 security extension, 2.x block M), by its own list and by what it was given.
create table station_certificate (
    id               integer primary key autoincrement,
    tenant_id        bigint not null,
    station_id       bigint not null references station (id) on delete cascade,
    use              text not null, -- csmsRoot, manufacturerRoot, ... or the station's own word
    hash_algorithm   text not null,
    issuer_name_hash text not null,
    issuer_key_hash  text, -- null: the issuer's key is not known before the station tells it
    serial_number    text not null, -- in hex
    children_json    text, -- of a chain: hash data of the others
    pem              text, -- null: it did not come from here
    subject          text,
    issuer           text,
    begins_at        timestamp,
    ends_at          timestamp,
    installed_at     timestamp, -- null: not from here
    installed_by     text,
    reported_at      timestamp -- when the station last listed it; null: never
);
create index station_certificate_of on station_certificate (station_id, tenant_id, id);
create table certificate_list (
    tenant_id  bigint not null,
    station_id bigint not null references station (id) on delete cascade,
    told_at    timestamp not null, -- when the station last told all that it has
    primary key (station_id, tenant_id)
);
