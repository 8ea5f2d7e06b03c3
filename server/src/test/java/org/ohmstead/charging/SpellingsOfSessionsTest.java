package org.ohmstead.charging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.charging.ChargingSite.CP7;
import static org.ohmstead.charging.ChargingSite.CP8;
import static org.ohmstead.charging.ChargingSite.at;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.access.Actor;
import org.ohmstead.charging.lists.SessionFilter;
import org.ohmstead.charging.session.Suspicion;
import org.ohmstead.db.Scope;
import org.ohmstead.ocpp.v16.AuthorizationStatus;
import org.ohmstead.tokens.Token;

/** A session belongs to the token that is registered, however a reader has written it. */
class SpellingsOfSessionsTest {
    private final ChargingSite site = new ChargingSite();

    @BeforeEach
    void register() {
        site.tokens.create(
                Actor.LOCAL,
                new Token(
                        "04A2B3C4D5E680",
                        "ISO14443",
                        null,
                        false,
                        null,
                        1,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        List.of("04A2B3C4D5E6")));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static String startOf(String token) {
        return "{'connectorId':1,'idTag':'%s','meterStart':0,'timestamp':'%s'}".formatted(token, at(0));
    }

    @Test
    void a_card_charges_once_however_the_second_reader_writes_it() {
        long first = site.start("04:A2:B3:C4:D5:E6:80", 0, 0);
        assertThat(site.session(first).token().value()).isEqualTo("04A2B3C4D5E680");
        assertThat(site.session(first).token().key()).isEqualTo("04a2b3c4d5e680");
        for (String other : List.of("04A2B3C4D5E680", "04 a2 b3 c4 d5 e6 80", "04A2B3C4D5E6")) {
            assertThat(site.start(CP8, startOf(other)).idTagInfo().status())
                    .as(other)
                    .isEqualTo(AuthorizationStatus.ConcurrentTx);
        }
        assertThat(site.trail(first)).isNotEmpty();
    }

    @Test
    void what_was_read_stays_in_the_evidence() {
        long first = site.start("04:A2:B3:C4:D5:E6:80", 0, 0);
        SessionFilter filter =
                new SessionFilter(null, Token.key("04A2B3C4D5E680"), null, null, null, null, null, null, null);
        assertThat(site.pages
                        .sessions(Scope.tenant(1), filter, org.ohmstead.api.Limit.USUAL, null)
                        .items())
                .hasSize(1);
        assertThat(site.trails
                        .page(site.session(first), org.ohmstead.api.Limit.USUAL, null)
                        .items()
                        .getFirst()
                        .detail())
                .contains("04:A2:B3:C4:D5:E6:80");
    }

    @Test
    void a_stop_by_another_spelling_is_by_the_same_token() {
        long number = site.start("04:A2:B3:C4:D5:E6:80", 0, 0);
        site.stop(
                CP7,
                "{'transactionId':%d,'idTag':'04A2B3C4D5E6','meterStop':100,'timestamp':'%s'}"
                        .formatted(number, at(10)));
        assertThat(site.session(number).suspicions()).isEmpty();
    }

    @Test
    void a_repeated_start_without_a_usable_time_is_the_same_session() {
        String start =
                "{'connectorId':1,'idTag':'04:A2:B3:C4:D5:E6:80','meterStart':0,'timestamp':'1970-01-01T00:00:00Z'}";
        long first = site.start(CP7, start).transactionId();
        assertThat(site.start(CP7, start).transactionId()).isEqualTo(first);
    }

    @Test
    void in_2x_a_card_that_begins_as_one_type_may_stop_as_another() {
        site.event("Started", 0, "Authorized", "'idToken':{'idToken':'04a2b3c4d5e680','type':'ISO14443'}");
        site.event("Ended", 1, "StopAuthorized", "'idToken':{'idToken':'04-A2-B3-C4-D5-E6-80','type':'Local'}");
        assertThat(site.session().suspicions()).doesNotContain(Suspicion.STOP_TOKEN_UNRELATED);
        assertThat(site.session().token().type()).isEqualTo("ISO14443");
    }
}
