package org.ohmstead.db.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;

/** What a lane remembers is what stands in the database, whatever became of the units that changed it. */
class LaneMemoryTest {
    private static final String INSERT = "insert into tenant (id, slug, name, created_at) values (?, ?, ?, ?)";
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";

    private final AtomicInteger loads = new AtomicInteger();

    private static final class Names {
        final List<String> all = new ArrayList<>();
    }

    private Names names(Tx tx) {
        return tx.remembered(Names.class, () -> {
            loads.incrementAndGet();
            Names names = new Names();
            names.all.addAll(tx.rows("select name from tenant where id > ? order by id", row -> "" + row.text(1), 1L));
            return names;
        });
    }

    private List<String> add(GroupCommit commits, String name, boolean failing) {
        return commits.write(Scope.everywhere(), 7, tx -> {
            Names names = names(tx);
            tx.later(INSERT, 100L + names.all.size(), name, name, Instant.EPOCH);
            names.all.add(name);
            if (failing) {
                throw new IllegalStateException("after all");
            }
            return List.copyOf(names.all);
        });
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void it_is_loaded_once_and_carried_from_unit_to_unit(TestDatabases.Kind kind) {
        try (Database database = kind.open();
                GroupCommit commits = new GroupCommit(database)) {
            add(commits, "a", false);
            assertThat(add(commits, "b", false)).containsExactly("a", "b");
            assertThat(loads).hasValue(1);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_a_failed_unit_remembered_is_forgotten(TestDatabases.Kind kind) {
        try (Database database = kind.open();
                GroupCommit commits = new GroupCommit(database)) {
            add(commits, "a", false);
            assertThatThrownBy(() -> add(commits, "lost", true)).hasMessage("after all");
            assertThat(add(commits, "b", false)).containsExactly("a", "b");
            assertThat(loads).hasValue(2);
        }
    }
}
