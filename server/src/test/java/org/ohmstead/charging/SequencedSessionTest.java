package org.ohmstead.charging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.charging.ChargingSite.at;
import static org.ohmstead.charging.ChargingSite.wh;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.charging.lists.EvidenceView;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ChargingState;
import org.ohmstead.charging.session.ClosedBy;
import org.ohmstead.charging.session.ConnectorRef;
import org.ohmstead.charging.session.Ending;
import org.ohmstead.charging.session.SeqRange;
import org.ohmstead.charging.session.SessionVerdict;
import org.ohmstead.charging.session.StopReason;
import org.ohmstead.charging.session.Suspicion;
import org.ohmstead.ocpp.v2.AuthorizationStatus;

/** 2.x events: behaviour 5.5 to 5.7 and 5.11, section K of the field notes. */
class SequencedSessionTest {
    private static final String TOKEN = "'idToken':{'idToken':'%s','type':'ISO14443'}";
    private static final String EVSE = "'evse':{'id':2,'connectorId':1}";

    private final ChargingSite site = new ChargingSite();

    @AfterEach
    void close() {
        site.close();
    }

    private static String token(String value) {
        return TOKEN.formatted(value);
    }

    private static String state(String charging) {
        return "'transactionInfo':{'transactionId':'TX','chargingState':'" + charging + "'}";
    }

    /** The whole life of a session, event by event; each one is a {type, seqNo, trigger, rest}. */
    private static List<Object[]> life() {
        return List.of(
                new Object[] {
                    "Started",
                    0,
                    "CablePluggedIn",
                    state("EVConnected") + "," + EVSE + "," + wh(0, "1000", "Transaction.Begin")
                },
                new Object[] {"Updated", 1, "Authorized", token("FRIEND")},
                new Object[] {"Updated", 2, "ChargingStateChanged", state("Charging")},
                new Object[] {"Updated", 3, "MeterValuePeriodic", wh(3, "1100", "Sample.Periodic")},
                new Object[] {
                    "Updated", 4, "MeterValuePeriodic", state("Charging") + "," + wh(4, "1200", "Sample.Periodic")
                },
                new Object[] {"Updated", 5, "ChargingStateChanged", state("SuspendedEV")},
                new Object[] {"Updated", 6, "StopAuthorized", token("MATE")},
                new Object[] {
                    "Ended",
                    7,
                    "EVDeparted",
                    "'transactionInfo':{'transactionId':'TX','stoppedReason':'Local'},"
                            + wh(7, "1300", "Transaction.End")
                });
    }

    private void say(Object[] event) {
        site.event((String) event[0], (Integer) event[1], (String) event[2], (String) event[3]);
    }

    private void expectWholeLife(ChargingSession session) {
        assertThat(session.suspicions()).isEmpty();
        assertThat(session.ending()).isEqualTo(new Ending(ClosedBy.STATION, StopReason.LOCAL, SessionVerdict.COMPLETE));
        assertThat(session.meter().energyWh()).isEqualByComparingTo("300");
        assertThat(session.meter().startWh()).isEqualByComparingTo("1000");
        assertThat(session.meter().stopWh()).isEqualByComparingTo("1300");
        assertThat(session.place()).isEqualTo(new ConnectorRef(2, 1));
        assertThat(session.token().value()).isEqualTo("FRIEND");
        assertThat(session.stopToken().value()).isEqualTo("MATE");
        assertThat(session.charging()).isEqualTo(ChargingState.SUSPENDED_BY_EV);
        assertThat(session.times().startedAt()).isEqualTo(at(0));
        assertThat(session.times().endedAt()).isEqualTo(at(7));
        assertThat(session.seq()).isEqualTo(new SeqRange(0, 7, 7));
    }

    @Test
    void a_whole_life_is_one_complete_session() {
        life().forEach(this::say);
        ChargingSession session = site.session();
        expectWholeLife(session);
        assertThat(site.events())
                .containsExactly(
                        "session.started",
                        "session.updated",
                        "session.updated",
                        "session.updated",
                        "session.updated",
                        "session.ended");
    }

    @Test
    void events_that_bring_nothing_but_readings_are_their_own_evidence() {
        life().forEach(this::say);
        long id = site.session().id();
        assertThat(site.trail(id)).containsExactly("started", "updated", "updated", "updated", "updated", "ended");
        assertThat(site.readings()).isEqualTo(4);
        assertThat(site.trails
                        .page(site.session(), org.ohmstead.api.Limit.USUAL, null)
                        .items())
                .extracting(EvidenceView::seqNo)
                .contains(0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void whatever_order_the_events_come_in_the_session_is_the_same() {
        for (int seed = 0; seed < 6; seed++) {
            try (ChargingSite shuffled = new ChargingSite()) {
                List<Object[]> events = new ArrayList<>(life());
                Collections.shuffle(events, new Random(seed));
                for (Object[] event : events) {
                    shuffled.event((String) event[0], (Integer) event[1], (String) event[2], (String) event[3]);
                    if (event[1].equals(2) && seed % 2 == 0) {
                        shuffled.event((String) event[0], (Integer) event[1], (String) event[2], (String) event[3]);
                    }
                }
                expectWholeLife(shuffled.session());
            }
        }
    }

    @Test
    void every_event_twice_changes_nothing() {
        life().forEach(event -> {
            say(event);
            say(event);
        });
        expectWholeLife(site.session());
        assertThat(site.readings()).isEqualTo(4);
        assertThat(site.trail(site.session().id())).hasSize(6);
        assertThat(site.events()).hasSize(6);
    }

    @Test
    void a_session_is_incomplete_until_its_gap_is_filled_and_a_late_event_never_reopens_it() {
        List<Object[]> life = life();
        for (Object[] event : life) {
            if (!event[1].equals(4)) {
                say(event);
            }
        }
        assertThat(site.session().ending().verdict()).isEqualTo(SessionVerdict.INCOMPLETE);
        assertThat(site.session().suspicions()).containsExactly(Suspicion.SEQ_GAP);
        say(life.get(4));
        expectWholeLife(site.session());
    }

    @Test
    void the_same_place_in_the_sequence_with_another_content_counts_by_its_time_and_is_doubted() {
        life().forEach(this::say);
        site.event("Updated", 3, "MeterValuePeriodic", wh(3, "99000", "Sample.Periodic"));
        site.event("Updated", 3, "MeterValuePeriodic", wh(3, "99000", "Sample.Periodic"));
        site.event("Updated", 2, "ChargingStateChanged", state("Idle"));
        ChargingSession session = site.session();
        assertThat(session.meter().energyWh()).isEqualByComparingTo("300");
        assertThat(session.charging()).isEqualTo(ChargingState.SUSPENDED_BY_EV);
        assertThat(session.suspicions()).contains(Suspicion.SEQ_CONFLICT);
        assertThat(session.ending().verdict()).isEqualTo(SessionVerdict.SUSPECT);
        assertThat(site.trail(session.id())).doesNotContain("anomaly");
        assertThat(site.readings()).isEqualTo(5); // a repetition of the contradiction is one all the same
    }

    @Test
    void an_unknown_transaction_gets_a_place_that_its_start_fills_later() {
        site.event("Updated", 1, "ChargingStateChanged", state("Charging"));
        assertThat(site.session().suspicions()).containsExactly(Suspicion.START_MISSING);
        site.event("Started", 0, "Authorized", EVSE + "," + token("FRIEND"));
        ChargingSession session = site.session();
        assertThat(session.suspicions()).isEmpty();
        assertThat(session.times().startedAt()).isEqualTo(at(0));
        assertThat(session.charging()).isEqualTo(ChargingState.CHARGING);
        assertThat(session.token().value()).isEqualTo("FRIEND");
    }

    @Test
    void an_end_before_its_start_is_an_ended_session_that_the_start_completes() {
        site.event("Ended", 1, "EVDeparted", wh(1, "1300", "Transaction.End"));
        assertThat(site.session().isOpen()).isFalse();
        assertThat(site.session().ending().verdict()).isEqualTo(SessionVerdict.INCOMPLETE);
        assertThat(site.events()).containsExactly("session.ended", "session.suspect");
        site.event("Started", 0, "CablePluggedIn", EVSE + "," + wh(0, "1000", "Transaction.Begin"));
        assertThat(site.session().ending().verdict()).isEqualTo(SessionVerdict.COMPLETE);
        assertThat(site.session().meter().energyWh()).isEqualByComparingTo("300");
    }

    @Test
    void an_event_with_a_token_is_answered_with_its_current_status_and_one_without_is_not() {
        assertThat(site.event("Started", 0, "CablePluggedIn", EVSE).idTokenInfo())
                .isNull();
        var answer = site.event("Updated", 1, "Authorized", token("MATE"));
        assertThat(answer.idTokenInfo().status()).isEqualTo(AuthorizationStatus.Accepted);
        assertThat(answer.idTokenInfo().groupIdToken().idToken()).isEqualTo("FLEET");
        assertThat(answer.totalCost()).isNull();
        assertThat(site.event("Updated", 1, "Authorized", token("MATE"))).isEqualTo(answer);
        assertThat(site.event("T2", "Started", 0, "Authorized", token("WHO?"))
                        .idTokenInfo()
                        .status())
                .isEqualTo(AuthorizationStatus.Unknown);
        assertThat(site.event("T3", "Started", 0, "Authorized", token("BLOCKED"))
                        .idTokenInfo()
                        .status())
                .isEqualTo(AuthorizationStatus.Blocked);
    }

    @Test
    void a_token_is_not_in_use_because_of_its_own_events_or_of_what_they_supersede() {
        assertThat(status("T1", 0, 2)).isEqualTo(AuthorizationStatus.Accepted);
        assertThat(status("T1", 1, 2)).isEqualTo(AuthorizationStatus.Accepted);
        assertThat(status("T2", 2, 3)).isEqualTo(AuthorizationStatus.ConcurrentTx);
        assertThat(status("T3", 3, 2)).isEqualTo(AuthorizationStatus.Accepted);
        assertThat(site.all().getFirst().ending().closedBy()).isEqualTo(ClosedBy.SUPERSEDED);
    }

    private AuthorizationStatus status(String transaction, int seqNo, int evse) {
        return site.event(transaction, "Started", seqNo, "Authorized", "'evse':{'id':" + evse + "}," + token("KNOWN"))
                .idTokenInfo()
                .status();
    }

    @Test
    void a_start_button_needs_no_token() {
        var answer = site.event("Started", 0, "Authorized", "'idToken':{'idToken':'','type':'NoAuthorization'}");
        assertThat(answer.idTokenInfo().status()).isEqualTo(AuthorizationStatus.Accepted);
        assertThat(site.session().token().value()).isEmpty();
    }
}
