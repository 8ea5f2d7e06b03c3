-- One row that is written while nobody else writes: only that tells whether the disk is full or the database takes no writes.
create table write_check (
    id     integer primary key,
    checks bigint not null
);
insert into write_check (id, checks) values (1, 0);
