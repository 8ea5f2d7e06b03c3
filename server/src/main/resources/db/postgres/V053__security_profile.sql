-- How each station has to prove who it is, and how it last did (behaviour 1.5). No row: nobody has decided, and nothing was seen.
create table station_security (
    tenant_id                bigint not null,
    station_id               bigint not null references station (id) on delete cascade,
    security_profile         integer, -- 0 to 3; null: as station-auth says
    highest_profile          integer, -- that it has connected by, since an operator last allowed a lower one; null: none
    is_expired_allowed       boolean not null, -- an expired certificate lets it in, to be renewed (A00.FR.429)
    token_hash               text, -- salted
    certificate_name         text, -- the common name that it came with first, and has to come with from then on
    last_profile             integer, -- as it last connected; null: not since this is kept
    last_proof               text, -- none, password, token, path or certificate
    last_is_tls              boolean,
    last_password_form       text, -- text, bytes or hex; null: it was no password
    last_certificate_subject text,
    last_certificate_until_at timestamptz,
    last_changed_at          timestamptz, -- when it first connected like that
    primary key (tenant_id, station_id)
);

-- The last move of a station from one security profile to another.
create table security_upgrade (
    tenant_id   bigint not null,
    station_id  bigint not null references station (id) on delete cascade,
    profile     integer not null, -- where it is to go
    profile_before integer, -- where it was; null: none was set
    slot        integer, -- of its network profile (2.x)
    state       text not null,
    reason      text, -- what was found, or why not
    actor       text not null,
    began_at    timestamptz not null,
    changed_at  timestamptz not null,
    primary key (tenant_id, station_id)
);

select protect_rows();
