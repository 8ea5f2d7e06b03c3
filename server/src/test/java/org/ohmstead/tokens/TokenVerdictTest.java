package org.ohmstead.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Limit;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.stations.StationRef;
import org.ohmstead.tokens.TokenQuery.Purpose;

class TokenVerdictTest {
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    private static final StationRef CP7 = new StationRef(1, 7, "CP-7");
    private static final StationRef OTHER_TENANT = new StationRef(2, 8, "CP-7");

    private final List<RunningSessions.Holder> running = new ArrayList<>();
    private Database db;
    private GroupCommit commits;
    private Tokens tokens;
    private TokenAuthorization authorization;
    private UnknownTokens unknown;

    @BeforeEach
    void open() {
        db = TestDatabases.sqlite();
        commits = new GroupCommit(db);
        authorization = authorization(AuthorizationSettings.defaults());
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        tokens = new Tokens(new SqlTokenStore(db, commits), new AuditLog(clock), clock);
    }

    @AfterEach
    void close() {
        commits.close();
        db.close();
    }

    private TokenAuthorization authorization(AuthorizationSettings settings) {
        RunningSessions sessions = new NoSessions() {
            @Override
            public List<Holder> holders(Scope scope, String tokenKey) {
                return List.copyOf(running);
            }
        };
        SqlTokenStore store = new SqlTokenStore(db, commits);
        unknown = new UnknownTokens(new SqlUnknownTokenStore(db, commits), store);
        return TestTokens.authorization(store, sessions, unknown, settings, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Token card(String value) {
        return new Token(value, "ISO14443", null, false, null, 1, List.of(), null, null, null, null);
    }

    private TokenVerdict shown(String value, String type, Purpose purpose) {
        return authorization.verdict(new TokenQuery(CP7, null, value, type, purpose, null));
    }

    private TokenStatus status(String value) {
        return shown(value, null, Purpose.AUTHORIZE).status();
    }

    @Test
    void an_unknown_token_is_unknown_and_no_error() {
        assertThat(status("NEVER-SEEN")).isEqualTo(TokenStatus.UNKNOWN);
    }

    @Test
    void a_known_token_is_accepted_whatever_its_case() {
        tokens.create(Actor.LOCAL, card("04aBcD12"));
        assertThat(status("04ABCD12")).isEqualTo(TokenStatus.ACCEPTED);
        assertThat(status("04abcd12")).isEqualTo(TokenStatus.ACCEPTED);
    }

    @Test
    void a_token_of_another_tenant_is_unknown() {
        tokens.create(Actor.LOCAL, card("MINE"));
        var asked = new TokenQuery(OTHER_TENANT, null, "MINE", null, Purpose.AUTHORIZE, null);
        assertThat(authorization.verdict(asked).status()).isEqualTo(TokenStatus.UNKNOWN);
    }

    @Test
    void in_2x_the_type_belongs_to_the_token_and_in_16_there_is_none() {
        tokens.create(Actor.LOCAL, card("TAG"));
        assertThat(shown("TAG", "ISO14443", Purpose.AUTHORIZE).status()).isEqualTo(TokenStatus.ACCEPTED);
        assertThat(shown("TAG", "KeyCode", Purpose.AUTHORIZE).status()).isEqualTo(TokenStatus.UNKNOWN);
        assertThat(shown("TAG", null, Purpose.AUTHORIZE).status()).isEqualTo(TokenStatus.ACCEPTED);
    }

    @Test
    void a_start_button_needs_no_token() {
        assertThat(shown("", "NoAuthorization", Purpose.START).status()).isEqualTo(TokenStatus.ACCEPTED);
        assertThat(status("")).isEqualTo(TokenStatus.UNKNOWN);
    }

    @Test
    void a_fixed_vendor_tag_and_an_empty_one_are_free_where_the_operator_says_so() {
        authorization = authorization(new AuthorizationSettings(List.of("#FreeCharging", ""), false, false));
        assertThat(status("#freecharging")).isEqualTo(TokenStatus.ACCEPTED);
        assertThat(status("")).isEqualTo(TokenStatus.ACCEPTED);
        assertThat(status("#other")).isEqualTo(TokenStatus.UNKNOWN);
    }

    @Test
    void an_autocharge_tag_with_colons_is_a_token_like_any_other() {
        tokens.create(Actor.LOCAL, card("VID:00AABB112233"));
        assertThat(status("vid:00aabb112233")).isEqualTo(TokenStatus.ACCEPTED);
    }

    @Test
    void a_card_read_in_the_other_byte_order_is_found_only_where_that_is_switched_on() {
        tokens.create(Actor.LOCAL, card("04A2B3C4"));
        assertThat(status("C4B3A204")).isEqualTo(TokenStatus.UNKNOWN);
        authorization = authorization(new AuthorizationSettings(List.of(), true, false));
        assertThat(status("C4B3A204")).isEqualTo(TokenStatus.ACCEPTED);
        assertThat(status("C4B3A2")).isEqualTo(TokenStatus.UNKNOWN);
    }

    @Test
    void a_blocked_token_is_blocked_and_still_tells_its_group() {
        tokens.create(
                Actor.LOCAL, new Token("B", "ISO14443", "FLEET", true, null, 1, List.of(), null, null, null, null));
        TokenVerdict verdict = shown("B", null, Purpose.AUTHORIZE);
        assertThat(verdict.status()).isEqualTo(TokenStatus.BLOCKED);
        assertThat(verdict.group()).isEqualTo("FLEET");
    }

    @Test
    void a_token_expires_at_its_very_second() {
        tokens.create(Actor.LOCAL, new Token("E", "ISO14443", null, false, NOW, 1, List.of(), null, null, null, null));
        tokens.create(
                Actor.LOCAL,
                new Token("L", "ISO14443", null, false, NOW.plusSeconds(1), 1, List.of(), null, null, null, null));
        assertThat(status("E")).isEqualTo(TokenStatus.EXPIRED);
        assertThat(status("L")).isEqualTo(TokenStatus.ACCEPTED);
    }

    @Test
    void a_token_in_use_is_refused_for_a_start_and_never_for_a_question_or_a_stop() {
        tokens.create(Actor.LOCAL, card("BUSY"));
        running.add(new RunningSessions.Holder(4711, CP7.id()));
        assertThat(shown("BUSY", null, Purpose.START).status()).isEqualTo(TokenStatus.CONCURRENT);
        assertThat(shown("BUSY", null, Purpose.AUTHORIZE).status()).isEqualTo(TokenStatus.ACCEPTED);
        assertThat(shown("BUSY", null, Purpose.STOP).status()).isEqualTo(TokenStatus.ACCEPTED);
    }

    @Test
    void the_session_that_asks_is_not_counted() {
        tokens.create(Actor.LOCAL, card("BUSY"));
        running.add(new RunningSessions.Holder(4711, CP7.id()));
        assertThat(startOf("BUSY", 4711L)).isEqualTo(TokenStatus.ACCEPTED);
        assertThat(startOf("BUSY", 4712L)).isEqualTo(TokenStatus.CONCURRENT);
        running.add(new RunningSessions.Holder(4713, CP7.id()));
        assertThat(startOf("BUSY", 4711L)).isEqualTo(TokenStatus.CONCURRENT);
    }

    private TokenStatus startOf(String value, Long own) {
        return authorization
                .verdict(new TokenQuery(CP7, 1, value, null, Purpose.START, own))
                .status();
    }

    @Test
    void which_session_asks_is_looked_up_only_where_one_runs_at_its_station() {
        tokens.create(Actor.LOCAL, card("BUSY"));
        running.add(new RunningSessions.Holder(4711, CP7.id() + 1));
        var elsewhere = new TokenQuery.Circumstances() {
            @Override
            public Integer evse() {
                return 1;
            }

            @Override
            public Long ownSession() {
                throw new AssertionError("not asked");
            }
        };
        TokenQuery start = new TokenQuery(CP7, "BUSY", null, Purpose.START, elsewhere);
        assertThat(authorization.verdict(start).status()).isEqualTo(TokenStatus.CONCURRENT);
    }

    @Test
    void a_token_may_run_as_often_as_it_says() {
        tokens.create(
                Actor.LOCAL, new Token("TWO", "ISO14443", null, false, null, 2, List.of(), null, null, null, null));
        tokens.create(
                Actor.LOCAL, new Token("ANY", "ISO14443", null, false, null, 0, List.of(), null, null, null, null));
        running.add(new RunningSessions.Holder(1, CP7.id()));
        assertThat(shown("TWO", null, Purpose.START).status()).isEqualTo(TokenStatus.ACCEPTED);
        running.add(new RunningSessions.Holder(2, CP7.id()));
        assertThat(shown("TWO", null, Purpose.START).status()).isEqualTo(TokenStatus.CONCURRENT);
        assertThat(shown("ANY", null, Purpose.START).status()).isEqualTo(TokenStatus.ACCEPTED);
    }

    @Test
    void a_token_for_some_evses_names_them_and_is_refused_at_the_others() {
        var place = new Token.Place("cp-7", List.of(1, 2));
        tokens.create(
                Actor.LOCAL,
                new Token("SOME", "ISO14443", null, false, null, 1, List.of(place), null, null, null, null));
        assertThat(shown("SOME", null, Purpose.AUTHORIZE).evses()).containsExactly(1, 2);
        var atThree = authorization.verdict(new TokenQuery(CP7, 3, "SOME", null, Purpose.START, null));
        assertThat(atThree.status()).isEqualTo(TokenStatus.NOT_AT_THIS_LOCATION);
        assertThat(atThree.evses()).isEmpty();
        var elsewhere = new StationRef(1, 9, "CP-9");
        assertThat(authorization
                        .verdict(new TokenQuery(elsewhere, 1, "SOME", null, Purpose.START, null))
                        .status())
                .isEqualTo(TokenStatus.NOT_AT_THIS_LOCATION);
    }

    @Test
    void the_list_comes_in_pages_that_do_not_repeat() {
        for (int i = 0; i < 5; i++) {
            tokens.create(Actor.LOCAL, card("T" + i));
        }
        var all = new TokenFilter(null, null, null);
        var first = tokens.page(Scope.tenant(1), all, new Limit(3), null);
        assertThat(first.items()).extracting(t -> t.token().value()).containsExactly("T0", "T1", "T2");
        var second = tokens.page(Scope.tenant(1), all, new Limit(3), org.ohmstead.api.Cursor.of(first.next()));
        assertThat(second.items()).extracting(t -> t.token().value()).containsExactly("T3", "T4");
        assertThat(second.next()).isNull();
        assertThat(tokens.page(Scope.tenant(1), new TokenFilter("t3", null, null), new Limit(3), null)
                        .items())
                .hasSize(1);
    }
}
