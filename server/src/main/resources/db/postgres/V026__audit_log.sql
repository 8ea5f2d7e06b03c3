-- Who changed what: a line for each change, written in the commit of that change; docs/audit.md.
create table audit_log (
    tenant_id   bigint not null,
    seq         bigint not null,      -- counts the lines of the tenant, from 1 on and without gaps
    recorded_at timestamptz not null,
    actor       text not null,        -- who: local, user:anna@example.org, server:stop-blocked-sessions
    address     text,                 -- from where; null: from within
    request_id  text,                 -- which stands in the request's answer and in the log; null: it was none
    entity      text not null,        -- what kind of thing
    entity_id   text not null,        -- which one, as the API names it
    action      text not null,        -- created, changed, deleted, or what else was done with it
    before_json text,                 -- the fields that are others now, as they were; null: nothing to tell
    after_json  text,                 -- the same as they are now, or what was done in particular; null: nothing to tell
    hash        text not null,        -- SHA-256 of the line and the hash of the line before it
    primary key (tenant_id, seq)
);
create index audit_log_time on audit_log (tenant_id, recorded_at, seq);
create index audit_log_entity on audit_log (tenant_id, entity, entity_id, recorded_at, seq);
create index audit_log_kind on audit_log (tenant_id, entity, recorded_at, seq);
create index audit_log_actor on audit_log (tenant_id, actor, recorded_at, seq);

-- The last line of each tenant, so that it shows where that is gone. Whoever writes a line locks it.
create table audit_head (
    tenant_id bigint not null primary key,
    seq       bigint not null,
    hash      text not null
);

-- The last of the lines that were cleared away for their age: with its hash the chain goes on.
create table audit_anchor (
    tenant_id  bigint not null primary key,
    seq        bigint not null,
    hash       text not null,
    cleared_at timestamptz not null
);
