package org.ohmstead.charging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.charging.ChargingSite.CP7;
import static org.ohmstead.db.schema.Tables.SESSION_EVENT;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.charging.session.ChargingSettings;
import org.ohmstead.charging.trail.TransactionAnswer;
import org.ohmstead.charging.trail.TransactionAnswerPart;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.ocpp.v16.AuthorizationStatus;
import org.ohmstead.ocpp.v2.TransactionEvent;
import org.ohmstead.tokens.TokenQuery;
import org.ohmstead.tokens.TokenQuery.Purpose;
import org.ohmstead.tokens.TokenStatus;
import org.ohmstead.tokens.TokenVerdict;
import org.ohmstead.tokens.VerdictRule;

/** What others have to say where a session begins and goes on: against its token, and in the answer to its station. */
class OtherSlicesTest {
    private static final String TOKEN = "'evse':{'id':1},'idToken':{'idToken':'%s','type':'ISO14443'}";

    private final List<String> asked = new ArrayList<>();
    private final List<VerdictRule> rules = new ArrayList<>();
    private final List<TransactionAnswerPart> parts = new ArrayList<>();
    private ChargingSite site = site();

    private ChargingSite site() {
        return new ChargingSite(TestDatabases.sqlite(), ChargingSettings.defaults(), rules, parts);
    }

    private void restart() {
        site.close();
        site = site();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private VerdictRule rule(int order, String name, TokenStatus status) {
        return new VerdictRule() {
            @Override
            public int order() {
                return order;
            }

            @Override
            public Optional<Refusal> refuses(TokenVerdict verdict, TokenQuery query) {
                asked.add(name);
                return status == TokenStatus.ACCEPTED || query.purpose() == Purpose.STOP
                        ? Optional.empty()
                        : Optional.of(new Refusal(status, name + " says no"));
            }
        };
    }

    @Test
    void the_first_refusal_in_order_counts_and_its_reason_stands_on_the_trail_of_the_session() {
        rules.add(rule(30, "third", TokenStatus.BLOCKED));
        rules.add(rule(20, "wallet", TokenStatus.NO_CREDIT));
        rules.add(rule(10, "first", TokenStatus.ACCEPTED));
        restart();
        var answer = site.start(
                CP7, "{'connectorId':1,'idTag':'FRIEND','meterStart':5,'timestamp':'%s'}".formatted(site.now));
        assertThat(answer.idTagInfo().status()).isEqualTo(AuthorizationStatus.Invalid);
        assertThat(answer.transactionId()).as("it has a number all the same").isPositive();
        assertThat(asked).containsExactly("first", "wallet");
        assertThat(site.session().token().verdict()).isEqualTo("no_credit");
        assertThat(detail()).contains("\"tokenRefusedBecause\":\"wallet says no\"");
    }

    @Test
    void an_event_of_2_x_is_told_the_words_of_its_version_and_the_reason_is_kept() {
        rules.add(rule(20, "wallet", TokenStatus.NO_CREDIT));
        restart();
        TransactionEvent.Response answer = site.event("Started", 0, "Authorized", TOKEN.formatted("FRIEND"));
        assertThat(answer.idTokenInfo().status()).isEqualTo(org.ohmstead.ocpp.v2.AuthorizationStatus.NoCredit);
        assertThat(detail()).contains("wallet says no");
        assertThat(site.event("Ended", 1, "StopAuthorized", TOKEN.formatted("FRIEND"))
                        .idTokenInfo()
                        .status())
                .as("a stop is another question")
                .isEqualTo(org.ohmstead.ocpp.v2.AuthorizationStatus.Accepted);
    }

    @Test
    void what_the_token_itself_says_comes_first_and_its_reason_is_kept_too() {
        rules.add(rule(20, "wallet", TokenStatus.NO_CREDIT));
        restart();
        site.start("BLOCKED", 5, 0);
        assertThat(asked).isEmpty();
        assertThat(detail()).contains("the token is blocked");
    }

    @Test
    void the_answer_to_an_event_bears_what_others_add_to_it() {
        parts.add((answer, report, session) -> new TransactionAnswer(
                answer.verdict(),
                new BigDecimal("1.25"),
                answer.priority(),
                "up to now " + session.seq().last()));
        parts.add((answer, report, session) -> new TransactionAnswer(
                answer.verdict(), answer.totalCost(), 3, answer.message() + " of " + report.step()));
        restart();
        TransactionEvent.Response answer = site.event("Started", 0, "Authorized", TOKEN.formatted("FRIEND"));
        assertThat(answer.totalCost()).isEqualByComparingTo("1.25");
        assertThat(answer.chargingPriority()).isEqualTo(3);
        assertThat(answer.updatedPersonalMessage().content()).isEqualTo("up to now 0 of STARTED");
        assertThat(answer.idTokenInfo()).isNotNull();
    }

    @Test
    void one_that_fails_costs_no_session_and_no_answer() {
        rules.add(new VerdictRule() {
            @Override
            public int order() {
                return 1;
            }

            @Override
            public Optional<Refusal> refuses(TokenVerdict verdict, TokenQuery query) {
                throw new IllegalStateException("broken");
            }
        });
        parts.add((answer, report, session) -> {
            throw new IllegalStateException("broken too");
        });
        restart();
        TransactionEvent.Response answer = site.event("Started", 0, "Authorized", TOKEN.formatted("FRIEND"));
        assertThat(answer.idTokenInfo().status()).isEqualTo(org.ohmstead.ocpp.v2.AuthorizationStatus.Accepted);
        assertThat(site.all()).hasSize(1);
    }

    private String detail() {
        return site.database
                .read(Scope.everywhere())
                .select(SESSION_EVENT.DETAIL_JSON)
                .from(SESSION_EVENT)
                .orderBy(SESSION_EVENT.ID)
                .limit(1)
                .fetchOne(SESSION_EVENT.DETAIL_JSON);
    }
}
