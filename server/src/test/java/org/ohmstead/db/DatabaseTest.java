package org.ohmstead.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ohmstead.db.schema.Tables.TENANT;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.db.lanes.GroupCommit;

class DatabaseTest {
    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_new_database_has_the_schema_and_the_default_tenant(TestDatabases.Kind kind) {
        try (Database database = kind.open()) {
            assertThat(database.read(Scope.everywhere()).fetchCount(TENANT)).isEqualTo(1);
            assertThat(database.isUp()).isTrue();
            database.ping();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_is_for_reading_cannot_write(TestDatabases.Kind kind) {
        try (Database database = kind.open()) {
            assertThatThrownBy(() -> database.read(Scope.everywhere())
                            .insertInto(TENANT, TENANT.ID, TENANT.SLUG, TENANT.NAME, TENANT.CREATED_AT)
                            .values(2L, "b", "B", Instant.EPOCH)
                            .execute())
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageMatching(".*read-?only.*");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_was_written_can_be_read(TestDatabases.Kind kind) {
        try (Database database = kind.open();
                GroupCommit commits = new GroupCommit(database)) {
            int rows = commits.write(Scope.everywhere(), 7, tx -> {
                tx.later(
                        "insert into tenant (id, slug, name, created_at) values (?, ?, ?, ?)",
                        3L,
                        "c",
                        "C",
                        Instant.ofEpochMilli(1500));
                return tx.sql()
                        .insertInto(TENANT, TENANT.ID, TENANT.SLUG, TENANT.NAME, TENANT.CREATED_AT)
                        .values(2L, "b", "B", Instant.ofEpochMilli(1500))
                        .execute();
            });
            assertThat(rows).isEqualTo(1);
            assertThat(database.read(Scope.everywhere())
                            .select(TENANT.ID)
                            .from(TENANT)
                            .where(TENANT.CREATED_AT.eq(Instant.ofEpochMilli(1500)))
                            .orderBy(TENANT.ID)
                            .fetch(TENANT.ID))
                    .containsExactly(2L, 3L);
        }
    }
}
