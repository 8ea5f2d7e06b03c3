-- Further values of a token, and tokens that were presented and are not registered. From now on a value_key is the same for all
-- spellings of a card's number (04:A2:..., 04-a2-..., 04A2...) and of a contract's id (DE-ABC-C...): see TokenSpelling.

create table token_alias (
    tenant_id bigint not null,
    value_key text not null,
    value     text not null, -- as it was given
    token_id  bigint not null references token (id) on delete cascade,
    primary key (tenant_id, value_key)
);
create index token_alias_by_token on token_alias (token_id);

create table unknown_token (
    tenant_id bigint not null references tenant (id),
    value_key text   not null,
    type      text   not null, -- of OCPP 2.x; empty: a 1.6 idTag
    value     text   not null, -- as it was read last
    station   text   not null, -- identity of the one that presented it last
    first_at  timestamp not null,
    last_at   timestamp not null,
    occurred  bigint not null,
    primary key (tenant_id, value_key, type)
);
create index unknown_token_by_time on unknown_token (tenant_id, last_at);

-- Keys that are written differently from now on. A token that would get the key of another one keeps its own.
create table respelt (old_key text primary key, new_key text not null, bare text not null);

insert into respelt (old_key, new_key, bare)
select old_key, trim(old_key), replace(replace(replace(replace(trim(old_key), ':', ''), '-', ''), '.', ''), ' ', '')
from (select value_key as old_key from token union select token_key from charging_session) as keys
where old_key is not null;

update respelt set new_key = bare
where (length(bare) in (8, 10, 12, 14, 16, 18, 20) and bare not glob '*[^0-9a-f]*')
        or (length(bare) in (14, 15) and bare glob '[a-z][a-z][0-9a-z][0-9a-z][0-9a-z]c*' and bare not glob '*[^0-9a-z]*');

delete from respelt where new_key = old_key;

update token set value_key = (select new_key from respelt where old_key = value_key)
where id in (
    select min(one.id) from token one join respelt on old_key = one.value_key
    group by one.tenant_id, one.type, new_key)
and not exists (
    select 1 from token other
    where other.tenant_id = token.tenant_id and other.type = token.type
        and other.value_key = (select new_key from respelt where old_key = token.value_key));

update charging_session set token_key = (select new_key from respelt where old_key = token_key)
where token_key in (select old_key from respelt);

drop table respelt;
