package org.ohmstead.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.db.lanes.GroupCommit;

/** To a database two nulls are two different values, so a unique key with a column that may be null holds less than it says. */
class UniqueKeysTest {
    /** Those that mean it, or whose nulls are held by another key, and why. */
    private static final Set<String> MEANT = Set.of(
            // Whoever is known to no identity provider has no name there.
            "user_account (oidc_subject)",
            // A key has its day; behind it the command has none.
            "command (tenant_id, actor, repeat_key)",
            // What a station sends of its own accord belongs to no command.
            "data_transfer (tenant_id, command_id)",
            "customer_information (tenant_id, command_id)",
            // What has no sequence number may stand any number of times: what we did ourselves, and all of 1.6.
            "session_event (session_id, tenant_id, seq_no)",
            // Where it names no EVSE, meter_reading_without_evse holds.
            "meter_reading (station_id, tenant_id, sampled_at, evse, digest)");

    private static final String SQLITE = """
        select t.name || ' (' || (select group_concat(k.name, ', ' order by k.seqno) from pragma_index_info(i.name) k) || ')'
        from sqlite_master t, pragma_index_list(t.name) i
        where t.type = 'table' and i."unique" = 1 and i.partial = 0 and t.name not like 'flyway%'
          and exists (select 1 from pragma_index_info(i.name) k join pragma_table_info(t.name) c on c.name = k.name
                      where c."notnull" = 0 and c.pk = 0)\
        """;

    private static final String POSTGRES = """
        select t.relname || ' (' || (select string_agg(a.attname, ', ' order by k.place)
                   from unnest(i.indkey::smallint[]) with ordinality k(number, place)
                   join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number) || ')'
        from pg_index i join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = t.relnamespace
        where n.nspname = 'public' and i.indisunique and i.indpred is null and not i.indnullsnotdistinct
          and not t.relispartition and t.relname not like 'flyway%'
          and exists (select from unnest(i.indkey::smallint[]) k(number)
                      join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number where not a.attnotnull)\
        """;

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_unique_key_has_no_column_that_may_be_null_unless_it_is_meant(TestDatabases.Kind kind) {
        try (Database database = kind.open()) {
            List<String> keys = database.rows(
                    Scope.everywhere(),
                    kind.name().equals("SQLite") ? SQLITE : POSTGRES,
                    row -> String.valueOf(row.text(1)));
            assertThat(new TreeSet<>(keys)).isEqualTo(new TreeSet<>(MEANT));
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_reading_that_names_no_evse_stands_once_however_often_it_comes(TestDatabases.Kind kind) {
        try (Database database = kind.open();
                GroupCommit commits = new GroupCommit(database)) {
            commits.write(Scope.everywhere(), 1, tx -> tx.sql()
                    .execute("""
                        insert into station (id, tenant_id, identity, identity_key, admission, registration, is_strict, created_at,
                            updated_at) values (7, 1, 'CP-7', 'cp-7', 'accepted', 'none', %s, '2026-01-01 00:00:00+00:00',
                            '2026-01-01 00:00:00+00:00')\
                        """.formatted(kind.name().equals("SQLite") ? "0" : "false")));
            for (String evse : List.of("null", "null", "1", "1", "2")) {
                commits.write(Scope.everywhere(), 7, tx -> tx.sql().execute("""
                    insert into meter_reading (tenant_id, station_id, evse, sampled_at, received_at, digest, sampled_json)
                    values (1, 7, %s, '2026-01-01 00:00:00+00:00', '2026-01-01 00:00:00+00:00', 5, '[]')
                    on conflict do nothing\
                    """.formatted(evse)));
            }
            assertThat(database.rows(Scope.everywhere(), "select count(*) from meter_reading", row -> row.number(1)))
                    .containsExactly(3L);
        }
    }
}
