package org.ohmstead.charging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.charging.ChargingSite.CP7;
import static org.ohmstead.charging.ChargingSite.NOW;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.db.TestDatabases;

/** What a station names may be longer than an index of PostgreSQL takes, which is 2,700 bytes. */
class EndlessTextsTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";
    private static final String ENDLESS =
            new Random(1).ints(9_000, 'a', 'z').mapToObj(Character::toString).collect(Collectors.joining());

    @ParameterizedTest
    @MethodSource(EACH)
    void a_start_with_an_endless_token_is_kept_once(TestDatabases.Kind kind) {
        try (ChargingSite site = new ChargingSite(kind.open())) {
            String start = "{'connectorId':1,'idTag':'" + ENDLESS + "','meterStart':1000,'timestamp':'" + NOW + "'}";
            var first = site.start(CP7, start);
            assertThat(site.start(CP7, start).transactionId()).isEqualTo(first.transactionId());
            assertThat(site.all()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void an_event_with_an_endless_transaction_id_is_kept(TestDatabases.Kind kind) {
        try (ChargingSite site = new ChargingSite(kind.open())) {
            site.event(
                    CP7,
                    org.ohmstead.ocpp.OcppVersion.V201,
                    "{'eventType':'Started','timestamp':'" + NOW + "','triggerReason':'Authorized','seqNo':0,"
                            + "'transactionInfo':{'transactionId':'" + ENDLESS + "'},'evse':{'id':1}}");
            assertThat(site.all()).hasSize(1);
        }
    }
}
