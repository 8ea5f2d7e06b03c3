package org.ohmstead.charging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.charging.ChargingSite.CP7;
import static org.ohmstead.charging.ChargingSite.CP8;
import static org.ohmstead.charging.ChargingSite.NOW;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.Await;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.StationRef;

/** Two stations start in the same instant: the first one's session is not written yet when the second one asks. */
@Timeout(60)
class ConcurrentStartsTest {
    private static final int BLOCKERS = 2;

    private final CountDownLatch written = new CountDownLatch(1);

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_token_that_may_have_one_session_gets_one_of_two_in_the_same_instant(TestDatabases.Kind kind)
            throws Exception {
        assertThat(together(kind, "KNOWN")).containsExactly("Accepted", "ConcurrentTx");
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_token_that_may_have_any_number_gets_both(TestDatabases.Kind kind) throws Exception {
        assertThat(together(kind, "FRIEND")).containsExactly("Accepted", "Accepted");
    }

    /** What the station of 1.6 is told, and the one of 2.x that comes while the start of the other is being written. */
    private List<String> together(TestDatabases.Kind kind, String token) throws Exception {
        try (ChargingSite site = new ChargingSite(kind.open())) {
            stopWriting(site, CP7);
            stopWriting(site, CP8);
            Await.until(() -> site.commits.queued() == BLOCKERS);
            FutureTask<String> first = new FutureTask<>(() -> start16(site, token));
            Thread.ofPlatform().start(first);
            Await.until(() -> site.commits.queued() == BLOCKERS + 1);
            FutureTask<String> second = new FutureTask<>(() -> start2(site, token));
            Thread other = Thread.ofPlatform().start(second);
            Await.until(() -> site.commits.queued() == BLOCKERS + 2 || other.getState() == Thread.State.TIMED_WAITING);
            written.countDown();
            return List.of(first.get(), second.get());
        }
    }

    private static String start16(ChargingSite site, String token) {
        return site.start(CP7, "{'connectorId':1,'idTag':'%s','meterStart':0,'timestamp':'%s'}".formatted(token, NOW))
                .idTagInfo()
                .status()
                .name();
    }

    private static String start2(ChargingSite site, String token) {
        return site.event(
                        CP8,
                        OcppVersion.V201,
                        ("{'eventType':'Started','timestamp':'%s','triggerReason':'Authorized','seqNo':0,"
                                        + "'transactionInfo':{'transactionId':'TX'},'evse':{'id':1,'connectorId':1},"
                                        + "'idToken':{'idToken':'%s','type':'ISO14443'}}")
                                .formatted(NOW, token))
                .idTokenInfo()
                .status()
                .name();
    }

    /** Keeps the lane of the station busy until {@link #written}. */
    private void stopWriting(ChargingSite site, StationRef station) {
        Thread.ofPlatform()
                .start(() -> site.commits.write(Scope.everywhere(), station.id(), tx -> {
                    try {
                        written.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return true;
                }));
    }
}
