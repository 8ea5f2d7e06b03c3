package org.ohmstead.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.schema.Tables;

/**
 * PostgreSQL holds tenants apart where our queries do not: two tenants have a row in every table, and queries without any
 * condition are asked for one of them.
 */
class RowPoliciesTest {
    private static final Scope ONE = Scope.tenant(1);
    private static final Scope TWO = Scope.tenant(2);

    /** The tables that have no tenant, and why nobody's rows are seen there. */
    private static final Map<String, String> OF_NOBODY = Map.of(
            "event_cursor", "how far each listener is",
            "outbox", "events on their way, of several tenants in a row; the relay alone reads them",
            "undelivered_event", "events that a listener failed to take; the relay alone reads them",
            "scheduled_job", "what the server does of itself",
            "session_disorder", "numbers of sessions, whose rows have a tenant",
            "signing_key", "what the server signs with",
            "tenant_number", "the last number that a tenant was given",
            "write_check", "a count of our own");

    private static String url;
    private static Database database;
    private static GroupCommit commits;

    @BeforeAll
    static void twoTenantsWithARowInEveryTable() {
        url = TestDatabases.migratedPostgresUrl();
        database = Database.open(DatabaseSettings.of(url));
        commits = new GroupCommit(database);
        commits.write(Scope.everywhere(), GroupCommit.BACKGROUND, tx -> {
            tx.sql()
                    .execute("create table meter_reading_2020_01 partition of meter_reading"
                            + " for values from ('2020-01-01') to ('2020-02-01')");
            tx.sql().execute("select protect_rows()");
            RowsOfTenants.fill(tx.sql(), 1);
            RowsOfTenants.fill(tx.sql(), 2);
            return null;
        });
    }

    @AfterAll
    static void close() {
        commits.close();
        database.close();
    }

    /** Those that have a tenant; months of readings by their own names, too. */
    static Stream<String> tables() {
        return Stream.concat(
                RowsOfTenants.tables().stream().map(Table::getName),
                Stream.of("meter_reading_rest", "meter_reading_2020_01"));
    }

    private static TreeSet<String> withTenant() {
        return names("""
                select c.relname from pg_class c
                where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
                  and (c.relname = 'tenant' or exists (select from pg_attribute a
                          where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped))""");
    }

    private static TreeSet<String> names(String query) {
        try (Connection superuser = TestDatabases.superuser(url)) {
            return new TreeSet<>(DSL.using(superuser).fetch(query).getValues(0, String.class));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void every_table_with_a_tenant_has_a_policy_that_counts_for_its_owner_too() {
        TreeSet<String> held = names("""
                select c.relname from pg_class c
                where c.relnamespace = current_schema()::regnamespace and c.relrowsecurity and c.relforcerowsecurity
                  and (select count(*) from pg_policy p where p.polrelid = c.oid and p.polcmd = '*') = 1""");
        assertThat(held)
                .isEqualTo(withTenant())
                .containsAll(tables().toList())
                .contains("station", "meter_reading_2020_01", "tenant");
    }

    @Test
    void a_table_without_a_tenant_says_why() {
        TreeSet<String> others = names("""
                select relname from pg_class
                where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and relname not like 'flyway%'""");
        others.removeAll(withTenant());
        assertThat(others).isEqualTo(new TreeSet<>(OF_NOBODY.keySet()));
    }

    private static String tenantOf(String table) {
        return table.equals("tenant") ? "id" : "tenant_id";
    }

    @ParameterizedTest
    @MethodSource("tables")
    void a_query_that_names_no_tenant_shows_the_rows_of_its_own_alone(String table) {
        String query = "select " + tenantOf(table) + " from " + table;
        for (int i = 0; i < 3; i++) { // the connection is another's the next time
            assertThat(database.rows(ONE, query, row -> row.number(1)))
                    .isNotEmpty()
                    .containsOnly(1L);
            assertThat(database.read(TWO).fetch(query).getValues(0, Long.class))
                    .isNotEmpty()
                    .containsOnly(2L);
            assertThat(database.rows(Scope.everywhere(), query, row -> row.number(1)))
                    .contains(1L, 2L);
            assertThat(database.rows(Scope.tenant(3), query, row -> row.number(1)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void what_writes_for_one_tenant_changes_no_row_of_another_and_adds_none(String table) {
        String ofTwo = " where " + tenantOf(table) + " = 2";
        String same = " set " + tenantOf(table) + " = " + tenantOf(table);
        assertThat(count(ONE, "update " + table + same + ofTwo)).isZero();
        assertThat(count(ONE, "delete from " + table + ofTwo)).isZero();
        assertThat(count(TWO, "update " + table + same + ofTwo)).isPositive();
        assertThatThrownBy(
                        () -> commits.write(ONE, 1, tx -> RowsOfTenants.row(tx.sql(), like(table), DSL.table(table), 2)
                                .execute()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> count(ONE, "update " + table + " set " + tenantOf(table) + " = 2"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("row-level security");
    }

    private static Table<?> like(String table) {
        return RowsOfTenants.tables().stream()
                .filter(each -> each.getName().equals(table))
                .findFirst()
                .orElse(Tables.METER_READING);
    }

    private static int count(Scope scope, String statement) {
        return commits.write(scope, 1, tx -> tx.sql().execute(statement));
    }

    @Test
    void a_session_that_has_not_said_whose_rows_it_wants_gets_none() throws SQLException {
        try (Connection connection = TestDatabases.ordinary(url)) {
            for (String table : tables().toList()) {
                assertThat(DSL.using(connection).fetchCount(DSL.table(table)))
                        .as(table)
                        .isZero();
            }
        }
    }

    @Test
    void units_of_many_tenants_that_share_transactions_write_and_see_their_own() throws Exception {
        List<Long> seen = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            var asked = IntStream.range(0, 400)
                    .mapToObj(i -> threads.submit(() -> {
                        long tenant = 1 + i % 2;
                        return commits.write(Scope.tenant(tenant), 1 + i % 16, tx -> {
                            tx.later(
                                    "insert into station_deviation (tenant_id, station_id, action, path, rule, occurred, last_at)"
                                            + " values (?, ?, ?, '', '', 1, now())",
                                    tenant,
                                    tenant,
                                    "many" + i);
                            return tx.rows(
                                                    "select max(tenant_id) - min(tenant_id) + max(tenant_id) from station",
                                                    row -> row.number(1))
                                            .getFirst()
                                    - tenant;
                        });
                    }))
                    .toList();
            for (var each : asked) {
                seen.add(each.get());
            }
        }
        assertThat(seen).containsOnly(0L);
        String query = "select count(*) from station_deviation where action like 'many%'";
        assertThat(database.rows(ONE, query, row -> row.number(1))).containsExactly(200L);
        assertThat(database.rows(TWO, query, row -> row.number(1))).containsExactly(200L);
    }

    /** A list is read along an index, and ends where its page does. */
    @Test
    void a_policy_leaves_lists_the_order_of_their_index() {
        commits.write(Scope.everywhere(), 1, tx -> {
            tx.sql()
                    .execute("insert into tenant (id, slug, name, created_at)"
                            + " select n, 's' || n, 'Name', now() from generate_series(100, 139) n");
            tx.sql().execute("""
                    insert into charging_session (id, tenant_id, station_id, ocpp_version, generation, state, started_at,
                        received_at, is_offline, updated_at)
                    select 1000 + n, 100 + n % 40, 1, '1.6', 0, 'ended',
                        now() - n * interval '1 second', now(), false, now()
                    from generate_series(1, 8000) n""");
            return null;
        });
        commits.write(Scope.everywhere(), 1, tx -> tx.sql().execute("analyze charging_session"));
        String plan = String.join(
                "\n",
                database.read(Scope.tenant(100))
                        .fetch("explain select * from charging_session where tenant_id = 100"
                                + " and (started_at, id) < (now() - interval '1 minute', 7)"
                                + " order by started_at desc, id desc limit 50")
                        .getValues(0, String.class));
        assertThat(plan)
                .containsPattern("Index Scan Backward using charging_session_by_start")
                .containsPattern("Index Cond: .*started_at");
    }

    @Test
    void a_transaction_that_failed_leaves_no_tenant_behind() {
        assertThatThrownBy(() -> count(TWO, "select nothing from nowhere")).isInstanceOf(DataAccessException.class);
        assertThat(count(ONE, "update station set name = 'mine'")).isOne();
        assertThat(database.rows(TWO, "select count(*) from station where name = 'mine'", row -> row.number(1)))
                .containsExactly(0L);
    }
}
