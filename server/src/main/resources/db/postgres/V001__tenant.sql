create table tenant (
    id         bigint      primary key,
    slug       text        not null unique,
    name       text        not null,
    created_at timestamptz not null
);

insert into tenant (id, slug, name, created_at) values (1, 'default', 'Default', '1970-01-01 00:00:00+00:00');
