package org.ohmstead.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.db.GroupCommit;
import org.ohmstead.db.TestDatabases;

/** The same contract on SQLite and on PostgreSQL. */
class TokenStoreTest {
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00.123Z");

    private static final Token FULL = new Token(
            "04aBcD12",
            "ISO14443",
            "Fleet-A",
            true,
            Instant.parse("2030-01-01T00:00:00Z"),
            3,
            List.of(new Token.Place("CP-7", List.of(1, 2)), new Token.Place("CP-8", List.of())),
            -9,
            "de",
            "Grüße",
            "Müller's card");

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_token_comes_back_as_it_was_stored(TestDatabases.Kind kind) {
        try (var db = kind.open();
                var commits = new GroupCommit(db)) {
            var store = new SqlTokenStore(db, commits);
            StoredToken created = store.create(1, FULL, NOW).orElseThrow();
            assertThat(created.token()).isEqualTo(FULL);
            assertThat(created.createdAt()).isEqualTo(NOW);
            assertThat(store.get(1, created.id())).contains(created);
            assertThat(store.get(2, created.id())).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void value_and_type_stand_once_whatever_their_case(TestDatabases.Kind kind) {
        try (var db = kind.open();
                var commits = new GroupCommit(db)) {
            var store = new SqlTokenStore(db, commits);
            store.create(1, FULL, NOW);
            Token same = new Token("04ABCD12", "ISO14443", null, false, null, 1, List.of(), null, null, null, null);
            assertThat(store.create(1, same, NOW)).isEmpty();
            assertThat(store.upsertAll(1, List.of(same), NOW.plusSeconds(1))).isZero();
            StoredToken standing = store.find(1, "04abcd12", null).orElseThrow();
            assertThat(standing.token().blocked()).isFalse();
            assertThat(standing.createdAt()).isEqualTo(NOW);
            assertThat(standing.updatedAt()).isEqualTo(NOW.plusSeconds(1));
            Token other = new Token("04ABCD12", "KeyCode", null, false, null, 1, List.of(), null, null, null, null);
            assertThat(store.create(1, other, NOW)).isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_list_is_searched_without_case_and_a_token_is_removed_once(TestDatabases.Kind kind) {
        try (var db = kind.open();
                var commits = new GroupCommit(db)) {
            var store = new SqlTokenStore(db, commits);
            long id = store.create(1, FULL, NOW).orElseThrow().id();
            assertThat(store.page(1, new TokenFilter("müller", null, null), 10, null))
                    .hasSize(1);
            assertThat(store.page(1, new TokenFilter("ABCD", "Fleet-A", true), 10, null))
                    .hasSize(1);
            assertThat(store.page(1, new TokenFilter("100%", null, null), 10, null))
                    .isEmpty();
            assertThat(store.delete(2, id)).isFalse();
            assertThat(store.delete(1, id)).isTrue();
            assertThat(store.delete(1, id)).isFalse();
        }
    }
}
