package org.ohmstead.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.api.Cursor;
import org.ohmstead.audit.Recording;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.db.lanes.GroupCommit;

/** The same contract on SQLite and on PostgreSQL. */
class TokenStoreTest {
    private static final Recording NOBODY = (tx, change) -> {};
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
            "Müller's card",
            List.of("04ABCD", "04ABCD120000"));

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_token_comes_back_as_it_was_stored(TestDatabases.Kind kind) {
        try (var db = kind.open();
                var commits = new GroupCommit(db)) {
            var store = new SqlTokenStore(db, commits);
            StoredToken created = Objects.requireNonNull(
                    store.create(Scope.tenant(1), FULL, NOW, NOBODY).stored());
            assertThat(created.token()).isEqualTo(FULL);
            assertThat(created.createdAt()).isEqualTo(NOW);
            assertThat(store.get(Scope.tenant(1), created.id())).contains(created);
            assertThat(store.get(Scope.tenant(2), created.id())).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void value_and_type_stand_once_whatever_their_case(TestDatabases.Kind kind) {
        try (var db = kind.open();
                var commits = new GroupCommit(db)) {
            var store = new SqlTokenStore(db, commits);
            StoredToken before = Objects.requireNonNull(
                    store.create(Scope.tenant(1), FULL, NOW, NOBODY).stored());
            Token same = card("04-AB-CD-12", "ISO14443");
            assertThat(store.create(Scope.tenant(1), same, NOW, NOBODY).field()).isEqualTo("value");
            assertThat(store.create(Scope.tenant(1), same, NOW, NOBODY).inUseBy())
                    .isEqualTo(before);
            assertThat(store.putAll(
                            Scope.tenant(1),
                            List.of(new SqlTokenStore.Change(before, same)),
                            NOW.plusSeconds(1),
                            NOBODY))
                    .isEmpty();
            StoredToken standing = store.find(Scope.tenant(1), "04abcd12", null).orElseThrow();
            assertThat(standing.token().blocked()).isFalse();
            assertThat(standing.token().alsoKnownAs()).isEmpty();
            assertThat(standing.createdAt()).isEqualTo(NOW);
            assertThat(standing.updatedAt()).isEqualTo(NOW.plusSeconds(1));
            assertThat(store.putAll(Scope.tenant(1), List.of(new SqlTokenStore.Change(before, FULL)), NOW, NOBODY))
                    .as("somebody has changed it meanwhile")
                    .isEqualTo(Optional.of(0));
            assertThat(store.create(Scope.tenant(1), card("04ABCD12", "KeyCode"), NOW, NOBODY)
                            .stored())
                    .isNotNull();
        }
    }

    private static Token card(String value, String type, String... alsoKnownAs) {
        return new Token(value, type, null, false, null, 1, List.of(), null, null, null, null, List.of(alsoKnownAs));
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_further_value_finds_its_token_and_is_no_other_ones(TestDatabases.Kind kind) {
        try (var db = kind.open();
                var commits = new GroupCommit(db)) {
            var store = new SqlTokenStore(db, commits);
            commits.write(Scope.everywhere(), 0, tx -> tx.sql()
                    .execute(
                            "insert into tenant (id, slug, name, created_at) values (2, 'b', 'B', current_timestamp)"));
            StoredToken full = Objects.requireNonNull(
                    store.create(Scope.tenant(1), FULL, NOW, NOBODY).stored());
            assertThat(store.find(Scope.tenant(1), "04-ab-cd-12-00-00", null)).contains(full);
            assertThat(store.find(Scope.tenant(2), "04abcd120000", null)).isEmpty();
            assertThat(store.create(Scope.tenant(1), card("04ABCD120000", "KeyCode"), NOW, NOBODY)
                            .field())
                    .isEqualTo("value");
            assertThat(store.create(Scope.tenant(1), card("A", "ISO14443", "B", "04ABCD"), NOW, NOBODY)
                            .field())
                    .isEqualTo("alsoKnownAs[0]"); // in the order of their keys
            assertThat(store.create(Scope.tenant(1), card("A", "ISO14443", "04ABCD12"), NOW, NOBODY)
                            .field())
                    .isEqualTo("alsoKnownAs[0]");
            assertThat(store.create(Scope.tenant(2), card("A", "ISO14443", "04ABCD"), NOW, NOBODY)
                            .stored())
                    .isNotNull();
            assertThat(store.page(Scope.tenant(1), new TokenFilter("D1200", null, null), 10, null))
                    .containsExactly(full);
            store.change(Scope.tenant(1), full, card("04aBcD12", "ISO14443", "C"), NOW, NOBODY);
            assertThat(store.find(Scope.tenant(1), "04ABCD120000", null)).isEmpty();
            assertThat(store.find(Scope.tenant(1), "c", null)).isPresent();
            assertThat(store.delete(Scope.tenant(1), full, NOBODY))
                    .as("not as it was")
                    .isFalse();
            assertThat(store.delete(
                            Scope.tenant(1),
                            store.get(Scope.tenant(1), full.id()).orElseThrow(),
                            NOBODY))
                    .isTrue();
            assertThat(store.find(Scope.tenant(1), "c", null)).isEmpty();
            assertThat(store.create(Scope.tenant(1), card("C", "ISO14443"), NOW, NOBODY)
                            .stored())
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void unknown_tokens_are_counted_bounded_and_forgotten_when_they_are_registered(TestDatabases.Kind kind) {
        try (var db = kind.open();
                var commits = new GroupCommit(db)) {
            var tokens = new SqlTokenStore(db, commits);
            var store = new SqlUnknownTokenStore(db, commits);
            for (int from = 0; from < 1100; from += 100) {
                int first = from;
                store.add(
                        Scope.tenant(1),
                        IntStream.range(0, 100)
                                .mapToObj(i -> seen("T" + (first + i), null, first + i))
                                .toList());
            }
            assertThat(store.page(Scope.tenant(1), null, 5000, null))
                    .hasSize(1000)
                    .first()
                    .isEqualTo(seen("T1099", null, 1099));
            store.add(Scope.tenant(1), List.of(seen("t1050", null, 2000), seen("T1050", "KeyCode", 2001)));
            assertThat(store.page(Scope.tenant(1), "cp-7", 2, null))
                    .containsExactly(
                            seen("T1050", "KeyCode", 2001),
                            new UnknownToken("t1050", null, "CP-7", NOW.plusSeconds(1050), NOW.plusSeconds(2000), 2));
            assertThat(store.page(
                            Scope.tenant(1),
                            null,
                            1,
                            Cursor.at(NOW.plusSeconds(2001).toString(), "t1050", "KeyCode")))
                    .extracting(UnknownToken::value)
                    .containsExactly("t1050");
            assertThat(store.page(Scope.tenant(2), null, 1, null)).isEmpty();
            tokens.create(Scope.tenant(1), card("T1050", "ISO14443", "T1051"), NOW, NOBODY);
            assertThat(store.page(Scope.tenant(1), null, 1, null))
                    .extracting(UnknownToken::value)
                    .containsExactly("T1099");
            store.add(Scope.tenant(1), List.of(seen("T1051", "Local", 3000)));
            assertThat(store.page(Scope.tenant(1), null, 1, null))
                    .extracting(UnknownToken::value)
                    .containsExactly("T1099");
        }
    }

    private static UnknownToken seen(String value, String type, int second) {
        return new UnknownToken(value, type, "CP-7", NOW.plusSeconds(second), NOW.plusSeconds(second), 1);
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_list_is_searched_without_case_and_a_token_is_removed_once(TestDatabases.Kind kind) {
        try (var db = kind.open();
                var commits = new GroupCommit(db)) {
            var store = new SqlTokenStore(db, commits);
            StoredToken stored = Objects.requireNonNull(
                    store.create(Scope.tenant(1), FULL, NOW, NOBODY).stored());
            assertThat(store.page(Scope.tenant(1), new TokenFilter("müller", null, null), 10, null))
                    .hasSize(1);
            assertThat(store.page(Scope.tenant(1), new TokenFilter("ABCD", "Fleet-A", true), 10, null))
                    .hasSize(1);
            assertThat(store.page(Scope.tenant(1), new TokenFilter("100%", null, null), 10, null))
                    .isEmpty();
            assertThat(store.delete(Scope.tenant(2), stored, NOBODY)).isFalse();
            assertThat(store.delete(Scope.tenant(1), stored, NOBODY)).isTrue();
            assertThat(store.delete(Scope.tenant(1), stored, NOBODY)).isFalse();
        }
    }
}
