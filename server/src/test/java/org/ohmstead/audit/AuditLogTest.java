package org.ohmstead.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ohmstead.audit.AuditWorld.ANNA;
import static org.ohmstead.db.schema.Tables.TENANT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;

/** A change and its line are one commit, whatever happens; and the lines are a chain, however many commit at once. */
class AuditLogTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";

    private static boolean tenant(Tx tx, AuditLog audit, long id) {
        tx.sql()
                .insertInto(TENANT)
                .set(TENANT.ID, id)
                .set(TENANT.SLUG, "t" + id)
                .set(TENANT.NAME, "n")
                .set(TENANT.CREATED_AT, Instant.EPOCH)
                .execute();
        audit.record(tx, ANNA, AuditEntry.created("tenant", id, Map.of("name", "n")));
        return true;
    }

    private static List<String> recorded(AuditWorld world) {
        return world.lines.after(1, 0, 100).stream()
                .map(line -> line.seq() + " " + line.line().entityId())
                .toList();
    }

    private static List<Long> tenants(AuditWorld world) {
        return world.database
                .read(Scope.everywhere())
                .select(TENANT.ID)
                .from(TENANT)
                .where(TENANT.ID.gt(1L))
                .orderBy(TENANT.ID)
                .fetch(TENANT.ID);
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_line_says_who_when_from_where_and_what(TestDatabases.Kind kind) {
        try (AuditWorld world = new AuditWorld(kind)) {
            world.record(ANNA, AuditEntry.changed("gate", "N", Map.of("open", false), Map.of("open", true)));
            SealedLine line = world.lines.after(1, 0, 10).getFirst();
            AuditLine said = new AuditLine(
                    1,
                    world.clock.instant(),
                    "user:anna@example.org",
                    "192.0.2.7",
                    "request-1",
                    "gate",
                    "N",
                    "changed",
                    "{\"open\":false}",
                    "{\"open\":true}");
            assertThat(line).isEqualTo(new SealedLine(1, said, said.hash(AuditLine.BEGIN, 1)));
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_change_and_its_line_stand_both_or_neither(TestDatabases.Kind kind) {
        try (AuditWorld world = new AuditWorld(kind)) {
            world.commits.write(Scope.everywhere(), 7, tx -> tenant(tx, world.audit, 10));
            assertThatThrownBy(() -> world.commits.write(Scope.everywhere(), 7, tx -> {
                        tenant(tx, world.audit, 11);
                        throw new IllegalArgumentException("mine");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            world.commits.write(Scope.everywhere(), 7, tx -> tenant(tx, world.audit, 12));
            assertThat(tenants(world)).containsExactly(10L, 12L);
            assertThat(recorded(world)).containsExactly("1 10", "2 12");
            assertThat(world.verify(1).ok()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void where_a_line_cannot_be_written_the_change_is_not_made(TestDatabases.Kind kind) {
        try (AuditWorld world = new AuditWorld(kind)) {
            world.execute("alter table audit_log rename to audit_lost");
            assertThatThrownBy(() -> world.commits.write(Scope.everywhere(), 7, tx -> tenant(tx, world.audit, 10)))
                    .hasMessageContaining("audit_log");
            assertThat(tenants(world)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_bad_unit_takes_no_line_of_others_with_it_when_they_share_a_commit(TestDatabases.Kind kind) throws Exception {
        try (AuditWorld world = new AuditWorld(kind);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> all = new ArrayList<>();
            for (long id = 10; id < 40; id++) {
                long own = id;
                all.add(threads.submit(() -> world.commits.write(Scope.everywhere(), 7, tx -> {
                    tenant(tx, world.audit, own);
                    if (own % 10 == 5) {
                        throw new IllegalArgumentException("mine");
                    }
                    return true;
                })));
            }
            int failed = 0;
            for (Future<Boolean> one : all) {
                try {
                    one.get();
                } catch (ExecutionException e) {
                    failed++;
                }
            }
            assertThat(failed).isEqualTo(3);
            assertThat(tenants(world)).hasSize(27);
            assertThat(recorded(world)).hasSize(27);
            assertThat(world.verify(1)).returns(true, AuditVerification::ok).returns(27L, AuditVerification::lines);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_change_that_changes_nothing_is_no_line(TestDatabases.Kind kind) {
        try (AuditWorld world = new AuditWorld(kind)) {
            world.record(ANNA, AuditEntry.changed("gate", "N", Map.of("open", true), Map.of("open", true)));
            assertThat(recorded(world)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void each_tenant_has_a_chain_of_its_own(TestDatabases.Kind kind) {
        try (AuditWorld world = new AuditWorld(kind)) {
            world.write(1, 3);
            world.write(2, 2);
            world.write(1, 1);
            assertThat(recorded(world)).containsExactly("1 N0", "2 N1", "3 N2", "4 N0");
            assertThat(world.verify(2)).returns(2L, AuditVerification::seq).returns(true, AuditVerification::ok);
            assertThat(world.lines.tenants()).containsExactly(1L, 2L);
        }
    }

    /** Of several lanes and nodes, for several tenants in any order: each waits for the others' heads, and none for ever. */
    @Test
    void lanes_that_commit_at_once_make_one_chain_and_never_wait_for_each_other_in_a_ring() {
        int threads = 24;
        int rounds = 40;
        try (Database database = TestDatabases.postgres();
                GroupCommit one = new GroupCommit(database);
                GroupCommit other = new GroupCommit(database);
                ExecutorService stations = Executors.newVirtualThreadPerTaskExecutor()) {
            AuditWorld world = new AuditWorld(database);
            List<CompletableFuture<Void>> all = LongStream.range(0, threads)
                    .mapToObj(station -> CompletableFuture.runAsync(
                            () -> {
                                for (int round = 0; round < rounds; round++) {
                                    long first = (station + round) % 3;
                                    (station % 2 == 0 ? one : other).write(Scope.everywhere(), station, tx -> {
                                        record(tx, world.audit, 1 + first);
                                        record(tx, world.audit, 1 + (first + 2) % 3);
                                        return true;
                                    });
                                }
                            },
                            stations))
                    .toList();
            all.forEach(CompletableFuture::join);
            long lines = 0;
            for (long tenant = 1; tenant <= 3; tenant++) {
                AuditVerification found = world.verify(tenant);
                assertThat(found.fault()).isNull();
                lines += found.lines();
            }
            assertThat(lines).isEqualTo(2L * threads * rounds);
            assertThat(one.unavailable() + other.unavailable()).isZero();
            world.commits.close();
        }
    }

    private static void record(Tx tx, AuditLog audit, long tenant) {
        audit.record(tx, Actor.server(tenant, "test"), AuditEntry.done("gate", "N", "opened"));
    }
}
