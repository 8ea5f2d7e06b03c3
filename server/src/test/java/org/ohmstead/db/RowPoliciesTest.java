package org.ohmstead.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.db.lanes.GroupCommit;

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
            "tenant_number", "the last number that a tenant was given",
            "write_check", "a count of our own");

    /** With a value for each column that must have one; what rows refer to need not be there. */
    private static final String ROW = """
            select 'insert into ' || c.oid::regclass || ' (' || string_agg(quote_ident(a.attname), ', ' order by a.attnum) || ') values ('
                || string_agg(case when a.attname = 'tenant_id' then ':tenant'
                                   when c.relname = 'tenant' and a.attname = 'id' then ':tenant'
                                   when format_type(a.atttypid, null) = 'text' then quote_literal('t') || ' || :tenant'
                                   when format_type(a.atttypid, null) = 'boolean' then 'false'
                                   when format_type(a.atttypid, null) = 'bytea' then quote_literal('')
                                   when format_type(a.atttypid, null) like 'timestamp%' then quote_literal('2020-01-01') || '::timestamptz'
                                   else ':tenant' end, ', ' order by a.attnum) || ')'
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.oid = '?'::regclass and (a.attnotnull or a.attname = 'tenant_id')
            group by c.oid, c.relname""";

    private static String url;
    private static Database database;
    private static GroupCommit commits;

    @BeforeAll
    static void twoTenantsWithARowInEveryTable() throws SQLException {
        url = TestDatabases.migratedPostgresUrl();
        try (Connection owner = TestDatabases.ordinary(url);
                Statement statement = owner.createStatement()) {
            statement.execute("create table meter_reading_2020_01 partition of meter_reading"
                    + " for values from ('2020-01-01') to ('2020-02-01')");
            statement.execute("select protect_rows()");
        }
        try (Connection superuser = TestDatabases.superuser(url);
                Statement statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica"); // asks for no foreign keys
            for (String table : tables()) {
                String row = row(superuser, table);
                for (String tenant : List.of("1", "2")) {
                    boolean isThere = table.equals("tenant") && tenant.equals("1") || table.equals("meter_reading");
                    if (!isThere) {
                        statement.execute(row.replace(":tenant", tenant));
                    }
                }
            }
        }
        database = Database.open(DatabaseSettings.of(url));
        commits = new GroupCommit(database);
    }

    @AfterAll
    static void close() {
        commits.close();
        database.close();
    }

    private static String row(Connection connection, String table) {
        String row = String.valueOf(DSL.using(connection).fetchValue(ROW.replace("?", table)));
        return table.equals("meter_reading_rest") ? row.replace("2020-01-01", "2019-01-01") : row;
    }

    /** Those that have a tenant; months of readings by their own name, too, but only those that are asked for by it. */
    static List<String> tables() {
        return List.copyOf(withTenant());
    }

    private static TreeSet<String> withTenant() {
        return names("""
                select c.relname from pg_class c
                where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
                  and (c.relname = 'tenant' or exists (select from pg_attribute a
                          where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped))""");
    }

    private static TreeSet<String> names(String query) {
        if (url == null) { // JUnit asks for the parameters first
            url = TestDatabases.migratedPostgresUrl();
        }
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
        assertThat(held).isEqualTo(withTenant()).contains("station", "meter_reading_2020_01", "tenant");
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
            assertThat(database.rows(ONE, query, row -> row.number(1))).isNotEmpty().containsOnly(1L);
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
    void what_writes_for_one_tenant_changes_no_row_of_another_and_adds_none(String table) throws SQLException {
        String ofTwo = " where " + tenantOf(table) + " = 2";
        String same = " set " + tenantOf(table) + " = " + tenantOf(table);
        assertThat(count(ONE, "update " + table + same + ofTwo)).isZero();
        assertThat(count(ONE, "delete from " + table + ofTwo)).isZero();
        assertThat(count(TWO, "update " + table + same + ofTwo)).isPositive();
        String insert;
        try (Connection superuser = TestDatabases.superuser(url)) {
            insert = row(superuser, table).replace(":tenant", "2");
        }
        assertThatThrownBy(() -> count(ONE, insert))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> count(ONE, "update " + table + " set " + tenantOf(table) + " = 2"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("row-level security");
    }

    private static int count(Scope scope, String statement) {
        return commits.write(scope, 1, tx -> tx.sql().execute(statement));
    }

    @Test
    void a_session_that_has_not_said_whose_rows_it_wants_gets_none() throws SQLException {
        try (Connection connection = TestDatabases.ordinary(url)) {
            for (String table : tables()) {
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
                            return tx.rows("select max(tenant_id) - min(tenant_id) + max(tenant_id) from station", row -> row.number(1))
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

    @Test
    void a_transaction_that_failed_leaves_no_tenant_behind() {
        assertThatThrownBy(() -> count(TWO, "select nothing from nowhere")).isInstanceOf(DataAccessException.class);
        assertThat(count(ONE, "update station set name = 'mine'")).isOne();
        assertThat(database.rows(TWO, "select count(*) from station where name = 'mine'", row -> row.number(1)))
                .containsExactly(0L);
    }
}
