package org.ohmstead.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.RecordCodec;
import org.ohmstead.ocpp.v2.IdToken;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.StationRef;
import org.ohmstead.tokens.TokenQuery.Purpose;
import org.ohmstead.tokens.ocpp16.Authorize16;
import org.ohmstead.tokens.ocpp2.Authorize2;

class AuthorizeHandlersTest {
    private static final StationRef CP7 = new StationRef(1, 7, "CP-7");
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    private final List<TokenQuery> asked = new ArrayList<>();
    private TokenVerdict verdict = new TokenVerdict(
            TokenStatus.ACCEPTED,
            "FLEET",
            Instant.parse("2030-01-01T00:00:00.987Z"),
            5,
            "de",
            "Guten Tag",
            List.of(1, 2),
            null,
            null);

    /** For tokens without a certificate; those with one are looked at in the slice of contract certificates. */
    private Authorize2 authorize2() {
        return new Authorize2(this::say, null, null);
    }

    private Decision say(TokenQuery query) {
        asked.add(query);
        return new Decision(verdict);
    }

    private static Caller caller(OcppVersion version) {
        return new Caller(CP7, version, 1, "m-1", NOW, ZoneOffset.UTC, List.of());
    }

    @Test
    void a_16_tag_is_asked_about_without_type_and_answered_with_its_parent() {
        var answer = new Authorize16(this::say)
                .handle(caller(OcppVersion.V16), new org.ohmstead.ocpp.v16.Authorize.Request("TAG"));
        assertThat(answer.idTagInfo().parentIdTag()).isEqualTo("FLEET");
        assertThat(answer.idTagInfo().expiryDate()).isEqualTo(Instant.parse("2030-01-01T00:00:00Z"));
        assertThat(asked).containsExactly(new TokenQuery(CP7, null, "TAG", null, Purpose.AUTHORIZE, null));
    }

    @Test
    void a_16_tag_that_is_missing_is_answered_like_an_unknown_one() {
        verdict = TokenVerdict.of(TokenStatus.UNKNOWN);
        var answer = new Authorize16(this::say)
                .handle(caller(OcppVersion.V16), new org.ohmstead.ocpp.v16.Authorize.Request(null));
        assertThat(answer.idTagInfo().status()).isEqualTo(org.ohmstead.ocpp.v16.AuthorizationStatus.Invalid);
    }

    @ParameterizedTest
    @EnumSource(TokenStatus.class)
    void every_verdict_has_a_word_in_every_version_and_the_answer_keeps_to_the_schema(TokenStatus status) {
        verdict = verdict.refused(status, "for a reason");
        var sixteen = new Authorize16(this::say)
                .handle(caller(OcppVersion.V16), new org.ohmstead.ocpp.v16.Authorize.Request("TAG"));
        assertThat(RecordCodec.of(org.ohmstead.ocpp.v16.Authorize.Response.class, OcppVersion.V16)
                        .check(sixteen))
                .isEmpty();
        for (OcppVersion version : List.of(OcppVersion.V201, OcppVersion.V21)) {
            var two = authorize2().handle(caller(version), request());
            assertThat(RecordCodec.of(org.ohmstead.ocpp.v2.Authorize.Response.class, version)
                            .check(two))
                    .isEmpty();
        }
    }

    @Test
    void a_2x_token_is_asked_about_with_its_type_and_answered_with_group_evses_and_text() {
        var info = authorize2().handle(caller(OcppVersion.V201), request()).idTokenInfo();
        assertThat(asked).containsExactly(new TokenQuery(CP7, null, "TAG", "ISO14443", Purpose.AUTHORIZE, null));
        assertThat(info.groupIdToken()).isEqualTo(new IdToken("FLEET", "Central"));
        assertThat(info.evseId()).containsExactly(1, 2);
        assertThat(info.chargingPriority()).isEqualTo(5);
        assertThat(info.personalMessage().content()).isEqualTo("Guten Tag");
    }

    @Test
    void what_is_too_long_for_the_version_is_left_out_rather_than_sent() {
        verdict = new TokenVerdict(
                TokenStatus.ACCEPTED, "G".repeat(40), null, null, null, "x".repeat(600), List.of(), null, null);
        var sixteen = new Authorize16(this::say)
                .handle(caller(OcppVersion.V16), new org.ohmstead.ocpp.v16.Authorize.Request("TAG"));
        assertThat(sixteen.idTagInfo().parentIdTag()).isNull();
        var info = authorize2().handle(caller(OcppVersion.V201), request()).idTokenInfo();
        assertThat(info.groupIdToken()).isNull();
        assertThat(info.personalMessage().content()).hasSize(512);
    }

    private static org.ohmstead.ocpp.v2.Authorize.Request request() {
        return new org.ohmstead.ocpp.v2.Authorize.Request(new IdToken("TAG", "ISO14443"));
    }
}
