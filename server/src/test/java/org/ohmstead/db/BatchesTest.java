package org.ohmstead.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ohmstead.db.schema.Tables.CONNECTION_ATTEMPT;
import static org.ohmstead.db.schema.Tables.TENANT;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a lane's prepared statements carry, and what they must not. */
class BatchesTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";
    private static final String INSERT = "insert into tenant (id, slug, name, created_at) values (?, ?, ?, ?)";

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
            commits.write(1, tx -> {
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
            var row = database.read()
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
            assertThatThrownBy(() -> commits.write(7, tx -> {
                        tx.later(INSERT, 10L, "ten", "ten", Instant.EPOCH);
                        tx.later(INSERT, 11L, "eleven", new Unbindable(), Instant.EPOCH);
                        return null;
                    }))
                    .isInstanceOf(RuntimeException.class);
            commits.write(7, tx -> {
                tx.later(INSERT, 20L, "twenty", "twenty", Instant.EPOCH);
                tx.later(INSERT, 21L, "more", "more", Instant.EPOCH);
                return null;
            });
            assertThat(database.read()
                            .select(TENANT.ID)
                            .from(TENANT)
                            .where(TENANT.ID.gt(1L))
                            .orderBy(TENANT.ID)
                            .fetch(TENANT.ID))
                    .containsExactly(20L, 21L);
        }
    }
}
