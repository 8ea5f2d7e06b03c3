-- What drivers present: cards, app tokens, vehicle ids.

create table token (
    id               integer primary key autoincrement,
    tenant_id        bigint not null references tenant (id),
    value            text not null,
    value_key        text not null, -- value in lower case: tokens are compared without case
    type             text not null, -- OCPP 2.x IdTokenEnumType, or any text of 2.1
    group_key        text, -- parent (1.6) or group (2.x): tokens with the same one belong together
    is_blocked       boolean not null,
    expires_at       timestamp,
    max_sessions     integer not null, -- that may run at once; 0: any number
    allowed_json     text, -- null: everywhere; else [{"station": identity, "evses": [1, 2]}]
    priority         integer,
    language         text,
    personal_message text,
    note             text,
    created_at       timestamp not null,
    updated_at       timestamp not null,
    unique (tenant_id, value_key, type)
);
create index token_by_group on token (tenant_id, group_key);
