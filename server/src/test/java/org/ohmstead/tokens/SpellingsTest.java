package org.ohmstead.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.stations.StationRef;
import org.ohmstead.tokens.TokenQuery.Purpose;

/** One card at readers of many makes. */
class SpellingsTest {
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    private static final StationRef CP7 = new StationRef(1, 7, "CP-7");

    private final Database db = TestDatabases.sqlite();
    private final GroupCommit commits = new GroupCommit(db);
    private final SqlTokenStore store = new SqlTokenStore(db, commits);
    private final UnknownTokens unknown = new UnknownTokens(new SqlUnknownTokenStore(db, commits), store);
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Tokens tokens = new Tokens(store, new AuditLog(clock), clock);

    @AfterEach
    void close() {
        commits.close();
        db.close();
    }

    private Token register(String value, String type, String... alsoKnownAs) {
        Token token =
                new Token(value, type, null, false, null, 1, List.of(), null, null, null, null, List.of(alsoKnownAs));
        return tokens.create(Actor.LOCAL, token).token();
    }

    private TokenVerdict shown(String value, String type) {
        return TestTokens.authorization(store, new NoSessions(), unknown, AuthorizationSettings.defaults(), clock)
                .verdict(new TokenQuery(CP7, null, value, type, Purpose.AUTHORIZE, null));
    }

    private List<UnknownToken> unknown() {
        return unknown.page(Scope.tenant(1), null, Limit.USUAL, null).items();
    }

    private String hint() {
        return unknown.hint(Scope.tenant(1), unknown().getFirst()).orElse("none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "04:A2:B3:C4:D5:E6:80",
                "04-a2-b3-c4-d5-e6-80",
                "04 A2 B3 C4 D5 E6 80",
                "04.a2.b3.c4.d5.e6.80",
                " 04A2B3C4D5E680",
                "04A2B3C4D5E680 ",
                "04a2b3c4d5e680",
            })
    void the_same_bytes_are_the_same_card_whatever_stands_between_them(String read) {
        Token card = register("04A2B3C4D5E680", "ISO14443");
        assertThat(shown(read, null).token()).isEqualTo(card);
        tokens.delete(
                Actor.LOCAL,
                store.find(Scope.tenant(1), read, null).orElseThrow().id(),
                any -> {});
        register(read, "ISO14443");
        assertThat(shown("04A2B3C4D5E680", null).accepted()).isTrue();
    }

    @Test
    void what_a_reader_leaves_out_or_adds_is_not_guessed_but_can_be_added() {
        Token card = register("04A2B3C4D5E680", "ISO14443");
        assertThat(shown("04A2B3C4D5E6", null).status()).isEqualTo(TokenStatus.UNKNOWN);
        assertThat(hint()).contains("04A2B3C4D5E680", "begins with the same bytes", "alsoKnownAs");
        assertThat(shown("04A2B3C4D5E60000", null).status()).isEqualTo(TokenStatus.UNKNOWN);
        long id = store.find(Scope.tenant(1), card.value(), null).orElseThrow().id();
        tokens.change(
                Actor.LOCAL,
                id,
                any -> new Token(
                        card.value(),
                        card.type(),
                        null,
                        false,
                        null,
                        1,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        List.of("04:A2:B3:C4:D5:E6", "04A2B3C4D5E60000")));
        assertThat(shown("04A2B3C4D5E6", null).token().value()).isEqualTo("04A2B3C4D5E680");
        assertThat(shown("04a2b3c4d5e60000", null).accepted()).isTrue();
        assertThat(unknown()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "04A2B3C4,        04A2B3C4D5E680",
        "04A2B3C4D5E680,  04A2B3C4D5E681",
        "1234-5678-9,     123456789",
        "12-34-56,        123456",
        "VID:00AABB112233, 00AABB112233",
        "AB CD,           ABCD",
    })
    void what_is_no_number_of_a_card_keeps_its_separators(String registered, String read) {
        register(registered, "ISO14443");
        assertThat(shown(read, null).status()).isEqualTo(TokenStatus.UNKNOWN);
        assertThat(shown(registered.toLowerCase(java.util.Locale.ROOT), null).accepted())
                .isTrue();
    }

    @Test
    void a_contract_is_the_same_with_and_without_hyphens() {
        register("DE-ABC-C12345678-X", "eMAID");
        assertThat(shown("DEABCC12345678X", "eMAID").accepted()).isTrue();
        assertThat(shown("deabcc12345678x", "EMAID").accepted()).isTrue();
        assertThat(shown("DEABCC12345678", "eMAID").accepted()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ISO14443,   Local,      true",
        "Local,      ISO14443,   true",
        "ISO15693,   ISO14443,   true",
        "ISO14443,   Central,    true",
        "iso14443,   ISO14443,   true",
        "ISO14443,   KeyCode,    false",
        "KeyCode,    Local,      false",
        "eMAID,      ISO14443,   false",
        "Local,      eMAID,      false",
        "MacAddress, Local,      false",
        "ISO14443,   MyOwnType,  false",
        "MyOwnType,  MyOwnType,  true",
    })
    void a_card_is_a_card_in_any_type_of_cards_and_nothing_else(String registered, String shown, boolean accepted) {
        register("04A2B3C4D5E680", registered);
        assertThat(shown("04A2B3C4D5E680", shown).accepted()).isEqualTo(accepted);
    }

    @Test
    void the_type_that_was_presented_comes_first_where_a_value_stands_for_several() {
        register("1234", "ISO14443");
        tokens.create(Actor.LOCAL, new Token("1234", "Local", null, true, null, 1, List.of(), null, null, null, null));
        assertThat(shown("1234", "Local").status()).isEqualTo(TokenStatus.BLOCKED);
        assertThat(shown("1234", "ISO14443").accepted()).isTrue();
        assertThat(shown("1234", "Central").accepted()).isTrue();
        assertThat(shown("1234", null).accepted()).isTrue();
    }

    @Test
    void an_unknown_token_is_listed_with_its_station_and_a_hint() {
        register("04A2B3C4D5E680", "eMAID");
        register("112233AA", "ISO14443");
        shown("04A2B3C4D5E680", "ISO14443");
        assertThat(unknown()).containsExactly(new UnknownToken("04A2B3C4D5E680", "ISO14443", "CP-7", NOW, NOW, 1));
        assertThat(hint()).contains("registered as eMAID", "presented as ISO14443");
        register("04A2B3C4D5E680", "Local");
        assertThat(unknown()).isEmpty();
        shown("AA332211", null);
        shown("aa-33-22-11", null);
        assertThat(unknown()).containsExactly(new UnknownToken("aa-33-22-11", null, "CP-7", NOW, NOW, 2));
        assertThat(hint()).contains("112233AA", "other order");
    }

    @Test
    void nothing_secret_or_endless_is_listed() {
        shown("4711", "KeyCode");
        shown("", null);
        shown("x".repeat(256), null);
        shown("ok", "t".repeat(21));
        assertThat(unknown()).isEmpty();
        for (int i = 0; i < 2000; i++) {
            shown("T" + i, null);
        }
        assertThat(unknown().size()).isEqualTo(50);
        assertThat(unknown.page(Scope.tenant(1), "cp-7", new Limit(500), null).items())
                .hasSizeBetween(50, 500);
        assertThat(unknown.page(Scope.tenant(1), "CP-8", new Limit(500), null).items())
                .isEmpty();
    }

    @Test
    void a_spelling_of_a_token_that_stands_is_refused_with_its_number() {
        register("04A2B3C4D5E680", "ISO14443", "X");
        Refused same = catchThrowableOfType(Refused.class, () -> register("04:A2:B3:C4:D5:E6:80", "ISO14443"));
        assertThat(same.kind()).isEqualTo(Refused.Kind.CONFLICT);
        assertThat(same.field()).isEqualTo("value");
        assertThat(same.detail()).startsWith("A token 04A2B3C4D5E680").contains("stands already");
        Refused further = catchThrowableOfType(Refused.class, () -> register("B", "ISO14443", "x"));
        assertThat(further.kind()).isEqualTo(Refused.Kind.CONFLICT);
        assertThat(further.field()).isEqualTo("alsoKnownAs[0]");
        assertThat(further.detail())
                .startsWith("alsoKnownAs[0] is a value of token")
                .contains("04A2B3C4D5E680");
        Refused own = catchThrowableOfType(Refused.class, () -> register("X", "ISO14443"));
        assertThat(own.field()).isEqualTo("value");
        assertThat(own.detail()).startsWith("value is a value of token").contains("04A2B3C4D5E680");
    }

    @Test
    void the_sessions_of_a_card_stand_under_one_key_however_it_is_written() {
        register("04A2B3C4", "ISO14443", "PADDED");
        assertThat(tokens.keyOf(Scope.tenant(1), "04:a2:b3:c4")).isEqualTo("04a2b3c4");
        assertThat(tokens.keyOf(Scope.tenant(1), "padded")).isEqualTo("04a2b3c4");
        assertThat(tokens.keyOf(Scope.tenant(1), "Nobody")).isEqualTo("nobody");
        assertThat(tokens.keyOf(Scope.tenant(2), "padded"))
                .as("of another tenant")
                .isEqualTo("padded");
    }
}
