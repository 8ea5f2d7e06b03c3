package org.ohmstead.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ohmstead.db.schema.Tables.CONNECTION_ATTEMPT;
import static org.ohmstead.db.schema.Tables.TENANT;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;

/** What a lane's prepared statements carry, and what they must not. */
class BatchesTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";
    private static final String INSERT = "insert into tenant (id, slug, name, created_at) values (?, ?, ?, ?)";

    private static final String UPDATE =
            "update connection_attempt set identity = ?, last_at = ?, occurred = ? where id = ?";

    /** No database has a type for it, and it has no text. */
    private static final class Unbindable {
        @Override
        public String toString() {
            throw new IllegalStateException("no value");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void values_of_every_kind_arrive_as_they_were_put_off(TestDatabases.Kind kind) {
        try (Database database = kind.open();
                GroupCommit commits = new GroupCommit(database)) {
            Instant at = Instant.parse("2026-01-31T09:05:00.250Z");
            commits.write(Scope.everywhere(), 1, tx -> {
                tx.later(tx.sql()
                        .insertInto(CONNECTION_ATTEMPT)
                        .columns(
                                CONNECTION_ATTEMPT.TENANT_ID,
                                CONNECTION_ATTEMPT.ATTEMPTED_AT,
                                CONNECTION_ATTEMPT.REMOTE_ADDRESS,
                                CONNECTION_ATTEMPT.PATH,
                                CONNECTION_ATTEMPT.IDENTITY,
                                CONNECTION_ATTEMPT.REASON,
                                CONNECTION_ATTEMPT.OCCURRED,
                                CONNECTION_ATTEMPT.LAST_AT)
                        .values(1L, at, "::1", "/ocpp", null, "no_identity", 2L, at));
                return null;
            });
            var row = database.read(Scope.everywhere())
                    .selectFrom(CONNECTION_ATTEMPT)
                    .where(CONNECTION_ATTEMPT.ATTEMPTED_AT.eq(at))
                    .fetchSingle();
            assertThat(row.getAttemptedAt()).isEqualTo(at);
            assertThat(row.getIdentity()).isNull();
            assertThat(row.getOccurred()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_batch_that_failed_leaves_none_of_its_rows_to_the_next(TestDatabases.Kind kind) {
        try (Database database = kind.open();
                GroupCommit commits = new GroupCommit(database)) {
            assertThatThrownBy(() -> commits.write(Scope.everywhere(), 7, tx -> {
                        tx.later(INSERT, 10L, "ten", "ten", Instant.EPOCH);
                        tx.later(INSERT, 11L, "eleven", new Unbindable(), Instant.EPOCH);
                        return null;
                    }))
                    .isInstanceOf(RuntimeException.class);
            commits.write(Scope.everywhere(), 7, tx -> {
                tx.later(INSERT, 20L, "twenty", "twenty", Instant.EPOCH);
                tx.later(INSERT, 21L, "more", "more", Instant.EPOCH);
                return null;
            });
            assertThat(database.read(Scope.everywhere())
                            .select(TENANT.ID)
                            .from(TENANT)
                            .where(TENANT.ID.gt(1L))
                            .orderBy(TENANT.ID)
                            .fetch(TENANT.ID))
                    .containsExactly(20L, 21L);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void many_updates_by_id_change_each_row_as_one_by_one(TestDatabases.Kind kind) {
        try (Database database = kind.open();
                GroupCommit commits = new GroupCommit(database)) {
            for (int rows : new int[] {1, 2, 3, 127, 128, 129, 300}) {
                commits.write(Scope.everywhere(), 7, tx -> {
                    for (int i = 0; i < rows; i++) {
                        attempt(tx, rows * 1000L + i);
                    }
                    return null;
                });
                Instant later = Instant.parse("2026-01-31T09:05:00.123456Z");
                commits.write(Scope.everywhere(), 7, tx -> {
                    for (int i = 0; i < rows; i++) {
                        tx.later(
                                UPDATE,
                                i % 3 == 0 ? null : "CP-" + i,
                                later.plusSeconds(i),
                                (long) i,
                                rows * 1000L + i);
                    }
                    return null;
                });
                var changed = database.read(Scope.everywhere())
                        .selectFrom(CONNECTION_ATTEMPT)
                        .where(CONNECTION_ATTEMPT.ID.between(rows * 1000L, rows * 1000L + 999))
                        .orderBy(CONNECTION_ATTEMPT.ID)
                        .fetch();
                assertThat(changed).hasSize(rows);
                for (int i = 0; i < rows; i++) {
                    assertThat(changed.get(i).getIdentity()).isEqualTo(i % 3 == 0 ? null : "CP-" + i);
                    assertThat(changed.get(i).getLastAt()).isEqualTo(later.plusSeconds(i));
                    assertThat(changed.get(i).getOccurred()).isEqualTo(i);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void of_two_updates_of_a_row_the_later_one_counts(TestDatabases.Kind kind) {
        try (Database database = kind.open();
                GroupCommit commits = new GroupCommit(database)) {
            commits.write(Scope.everywhere(), 7, tx -> {
                attempt(tx, 1);
                tx.later(UPDATE, "first", Instant.EPOCH, 1L, 1L);
                tx.later(UPDATE, "second", Instant.EPOCH, 2L, 1L);
                return null;
            });
            assertThat(database.read(Scope.everywhere())
                            .fetchSingle(CONNECTION_ATTEMPT)
                            .getIdentity())
                    .isEqualTo("second");
        }
    }

    private static void attempt(Tx tx, long id) {
        tx.later(
                "insert into connection_attempt (id, tenant_id, attempted_at, remote_address, path, reason, occurred, last_at)"
                        + " values (?, 1, ?, '::1', '/ocpp', 'no_identity', 1, ?)",
                id,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
