-- Who asks for rows without saying whose gets none, and who says one tenant's gets no other's: not by our queries alone, but by the
-- database (docs/decisions/0009-tenants.md). The tenant of a session is its setting ohmstead.tenant; -1: all tenants.

-- Gives each table that has a tenant its policy, where it has none. Every migration that makes such a table calls it at its end.
create function protect_rows() returns void language plpgsql as $$
declare
    each_table record;
begin
    for each_table in
        select c.oid::regclass as name, case when c.relname = 'tenant' then 'id' else 'tenant_id' end as owner
        from pg_class c
        where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
          and (c.relname = 'tenant'
               or exists (select from pg_attribute a
                          where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped))
          and not exists (select from pg_policy p where p.polrelid = c.oid)
    loop
        execute format('alter table %s enable row level security, force row level security', each_table.name);
        -- As "case ... is not null", because then PostgreSQL expects that nearly every row passes, which is so: a query names
        -- its tenant itself. Of a plain comparison it expects that of the tenant's rows as many pass as it has of all, once more;
        -- so it would rather sort what it finds than walk an index in its order, and a list of 50 would read them all.
        execute format(
            'create policy of_tenant on %s using (case when %I = nullif(current_setting(''ohmstead.tenant'', true), '''')::bigint'
            || ' or current_setting(''ohmstead.tenant'', true) = ''-1'' then true end is not null)',
            each_table.name, each_table.owner);
    end loop;
end $$;

select protect_rows();
