-- People and programs: who may sign in, what they may do, and what they have signed in with.
create table user_account (
    id             integer primary key autoincrement,
    tenant_id      bigint not null, -- 0: the installation's administrators, who belong to no tenant
    email          text not null, -- as it was typed
    email_key      text not null, -- in lower case; one person of the whole installation signs in with it
    name           text not null,
    role           text not null, -- a built-in role, or the name of one of the tenant's own
    password_hash  text, -- Argon2id; null: has none (yet), or signs in elsewhere
    oidc_subject   text, -- issuer and subject of the identity provider; null: never signed in there
    totp_secret    text, -- Base32; null: no second factor
    totp_step      bigint, -- the last time step whose code was taken, so that none is taken twice
    is_disabled    boolean not null,
    created_at     timestamp not null,
    changed_at     timestamp not null,
    signed_in_at   timestamp, -- last
    unique (email_key),
    unique (oidc_subject)
);
create index user_account_by_tenant on user_account (tenant_id, id);

create table recovery_code (
    user_id   bigint not null references user_account (id) on delete cascade,
    tenant_id bigint not null,
    code_hash text not null,
    primary key (user_id, code_hash)
);

create table role (
    tenant_id        bigint not null,
    name             text not null,
    note             text,
    permissions_json text not null,
    groups_json      text not null, -- ids of station groups; empty: all stations
    changed_at       timestamp not null,
    primary key (tenant_id, name)
);

create table sign_in_session (
    id             integer primary key autoincrement,
    tenant_id      bigint not null,
    user_id        bigint not null references user_account (id) on delete cascade,
    kind           text not null, -- browser, program
    secret_hash    text not null, -- of the cookie or refresh token that counts
    previous_hash  text, -- of the one before; shown again later than a moment after the change, it ends the session
    rotated_at     timestamp not null,
    created_at     timestamp not null,
    used_at        timestamp not null, -- within some minutes
    expires_at     timestamp not null,
    address        text,
    user_agent     text,
    ended_at       timestamp,
    ended_by       text -- sign-out, reuse, password, disabled, expired
);
create index sign_in_session_by_user on sign_in_session (user_id, id);
create index sign_in_session_by_tenant on sign_in_session (tenant_id, id);
create index sign_in_session_by_expiry on sign_in_session (expires_at);

create table api_key (
    id               integer primary key autoincrement,
    tenant_id        bigint not null,
    name             text not null,
    prefix           text not null, -- visible, and unique: by it the key is found
    secret_hash      text not null,
    permissions_json text not null,
    groups_json      text not null, -- ids of station groups; empty: all stations
    networks         text not null, -- from where it may be used; empty: from anywhere
    created_by       text not null,
    created_at       timestamp not null,
    expires_at       timestamp,
    revoked_at       timestamp,
    used_at          timestamp, -- within some minutes
    used_from        text,
    unique (prefix)
);
create index api_key_by_tenant on api_key (tenant_id, id);

-- Links that let somebody do one thing once: set the server up, accept an invitation, choose a new password.
create table one_time_link (
    secret_hash text not null primary key,
    tenant_id   bigint not null,
    purpose     text not null, -- setup, invitation, password
    user_id     bigint references user_account (id) on delete cascade, -- whose; null: of setup
    created_by  text not null,
    created_at  timestamp not null,
    expires_at  timestamp not null
);

-- Keys that the server signs with, made at its first start; all nodes have the same.
create table signing_key (
    name       text not null primary key,
    secret     text not null, -- Base64
    created_at timestamp not null
);
