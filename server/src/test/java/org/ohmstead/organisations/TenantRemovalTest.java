package org.ohmstead.organisations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.ohmstead.db.schema.Tables.CONNECTION_ATTEMPT;
import static org.ohmstead.db.schema.Tables.TENANT;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.AccessWorld;
import org.ohmstead.db.RowsOfTenants;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.jobs.Jobs;

/** What is left of a tenant that is removed: nothing, in whatever tables there are; and of the others everything. */
class TenantRemovalTest {
    private static final long ACME = 7;

    private static TenantRemoval removal(AccessWorld world) {
        return new TenantRemoval(
                world.tenants,
                new SqlTenantRows(world.database, world.commits),
                new Jobs(world.clock()),
                world.audit,
                world.clock());
    }

    private static void fill(AccessWorld world, long... tenants) {
        world.commits.write(Scope.everywhere(), 1, tx -> {
            for (long tenant : tenants) {
                RowsOfTenants.fill(tx.sql(), tenant);
            }
            return null;
        });
    }

    /** How many rows of a tenant are in each table that has tenants, and in that of the tenants. */
    private static Map<String, Integer> rows(AccessWorld world, long tenant) {
        Map<String, Integer> rows = new TreeMap<>();
        for (Table<?> table : RowsOfTenants.tables()) {
            Condition ours = table.equals(TENANT)
                    ? TENANT.ID.eq(tenant)
                    : DSL.field(DSL.name(table.getName(), "tenant_id"), Long.class)
                            .eq(tenant);
            int count = world.database.read(Scope.everywhere()).fetchCount(table, ours);
            if (count > 0) {
                rows.put(table.getName(), count);
            }
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void no_row_of_it_is_left_in_any_table_and_all_of_the_others_are(TestDatabases.Kind kind) {
        try (AccessWorld world = new AccessWorld(kind.open())) {
            fill(world, 1, 2, ACME, 8);
            Map<String, Integer> all = rows(world, ACME);
            assertThat(all)
                    .as("a row in each table there is")
                    .hasSize(RowsOfTenants.tables().size())
                    .containsKeys("meter_reading", "audit_log", "user_account", "tenant");
            removal(world).run("7", new TenantRemoval.Removed(ACME, "t7"));
            assertThat(rows(world, ACME)).isEmpty();
            for (long other : new long[] {1, 2, 8}) {
                assertThat(rows(world, other)).as("of " + other).isEqualTo(all);
            }
            assertThat(world.audited("tenant", "t7")).isEqualTo("removed");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void it_goes_in_small_steps_and_on_where_it_was_cut_off(TestDatabases.Kind kind) {
        try (AccessWorld world = new AccessWorld(kind.open())) {
            fill(world, ACME, 8);
            attempts(world, ACME, 1200);
            Thread.currentThread().interrupt(); // as at the end of the server
            var unused = catchThrowable(() -> removal(world).run("7", new TenantRemoval.Removed(ACME, "t7")));
            assertThat(Thread.interrupted()).as("so that it comes again").isTrue();
            assertThat(rows(world, ACME)).containsKeys("tenant", "connection_attempt");
            assertThat(world.audited("tenant", "t7")).isEmpty();

            removal(world).run("7", new TenantRemoval.Removed(ACME, "t7"));
            assertThat(rows(world, ACME)).isEmpty();
            attempts(world, ACME, 3);
            removal(world).run("7-again", new TenantRemoval.Removed(ACME, "t7"));
            assertThat(rows(world, ACME)).as("what was still on its way").isEmpty();
            assertThat(world.audited("tenant", "t7")).isEqualTo("removed");
            assertThat(rows(world, 8)).hasSize(RowsOfTenants.tables().size());
        }
    }

    private static void attempts(AccessWorld world, long tenant, int count) {
        world.commits.write(Scope.everywhere(), 1, tx -> {
            for (int i = 0; i < count; i++) {
                tx.sql()
                        .insertInto(CONNECTION_ATTEMPT)
                        .set(CONNECTION_ATTEMPT.ID, 1000L + i)
                        .set(CONNECTION_ATTEMPT.TENANT_ID, tenant)
                        .set(CONNECTION_ATTEMPT.ATTEMPTED_AT, Instant.EPOCH)
                        .set(CONNECTION_ATTEMPT.REMOTE_ADDRESS, "192.0.2.1")
                        .set(CONNECTION_ATTEMPT.PATH, "/ocpp/" + i)
                        .set(CONNECTION_ATTEMPT.REASON, "unknown_identity")
                        .set(CONNECTION_ATTEMPT.OCCURRED, 1L)
                        .set(CONNECTION_ATTEMPT.LAST_AT, Instant.EPOCH)
                        .execute();
            }
            return null;
        });
    }
}
