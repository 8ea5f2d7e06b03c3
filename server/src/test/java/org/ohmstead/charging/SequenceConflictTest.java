package org.ohmstead.charging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.charging.ChargingSite.CP7;
import static org.ohmstead.charging.ChargingSite.at;
import static org.ohmstead.charging.ChargingSite.wh;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ClosedBy;
import org.ohmstead.charging.session.SessionVerdict;
import org.ohmstead.charging.session.Suspicion;
import org.ohmstead.db.Scope;
import org.ohmstead.ocpp.OcppVersion;

/** Counters that do not count: what an event says counts all the same, in the order of its time. */
class SequenceConflictTest {
    private static final String EVSE = "'evse':{'id':2,'connectorId':1}";
    private static final String TOKEN = "'idToken':{'idToken':'KNOWN','type':'ISO14443'}";

    private final ChargingSite site = new ChargingSite();

    @AfterEach
    void close() {
        site.close();
    }

    private void say(String type, int seqNo, int minute, String trigger, String more) {
        site.event(
                CP7,
                OcppVersion.V201,
                ("{'eventType':'%s','timestamp':'%s','triggerReason':'%s','seqNo':%d,"
                                + "'transactionInfo':{'transactionId':'TX'}%s}")
                        .formatted(type, at(minute), trigger, seqNo, more.isEmpty() ? "" : "," + more));
    }

    @Test
    void started_and_ended_with_the_same_number_are_a_session_with_its_energy_and_its_card_is_free() {
        say("Started", 0, 0, "Authorized", EVSE + "," + TOKEN + "," + wh(0, "1000", "Sample.Periodic"));
        assertThat(site.running.holders(Scope.tenant(1), "known")).hasSize(1);
        say("Ended", 0, 30, "StopAuthorized", TOKEN + "," + wh(30, "8000", "Sample.Periodic"));
        ChargingSession session = site.session();
        assertThat(session.ending().closedBy()).isEqualTo(ClosedBy.STATION);
        assertThat(session.times().endedAt()).isEqualTo(at(30));
        assertThat(session.meter().energyWh()).isEqualByComparingTo("7000");
        assertThat(session.meter().stopWh()).isEqualByComparingTo("8000");
        assertThat(session.suspicions()).containsExactly(Suspicion.SEQ_CONFLICT);
        assertThat(session.ending().verdict()).isEqualTo(SessionVerdict.SUSPECT);
        assertThat(site.running.holders(Scope.tenant(1), "known")).isEmpty();
    }

    @Test
    void a_counter_that_stands_still_loses_no_reading_and_repetitions_do_nothing() {
        say("Started", 0, 0, "CablePluggedIn", EVSE + "," + wh(0, "1000", "Transaction.Begin"));
        for (int minute = 1; minute < 5; minute++) {
            say("Updated", 0, minute, "MeterValuePeriodic", wh(minute, "1" + minute + "00", "Sample.Periodic"));
            say("Updated", 0, minute, "MeterValuePeriodic", wh(minute, "1" + minute + "00", "Sample.Periodic"));
        }
        assertThat(site.session().meter().energyWh()).isEqualByComparingTo("400");
        assertThat(site.readings()).isEqualTo(5);
        say("Ended", 0, 5, "EVDeparted", wh(5, "1500", "Transaction.End"));
        say("Ended", 0, 5, "EVDeparted", wh(5, "1500", "Transaction.End"));
        assertThat(site.session().meter().energyWh()).isEqualByComparingTo("500");
        assertThat(site.session().suspicions()).containsExactly(Suspicion.SEQ_CONFLICT);
        assertThat(site.trail(site.session().id())).hasSize(6);
    }

    @Test
    void an_end_whose_number_was_used_and_that_comes_before_an_older_reading_still_ends() {
        say("Started", 0, 0, "CablePluggedIn", EVSE + "," + wh(0, "1000", "Transaction.Begin"));
        say("Updated", 1, 1, "MeterValuePeriodic", wh(1, "1100", "Sample.Periodic"));
        say("Ended", 1, 5, "EVDeparted", wh(5, "1500", "Transaction.End"));
        say("Updated", 1, 3, "MeterValuePeriodic", wh(3, "1300", "Sample.Periodic"));
        ChargingSession session = site.session();
        assertThat(session.isEndedByStation()).isTrue();
        assertThat(session.meter().energyWh()).isEqualByComparingTo("500");
        assertThat(session.suspicions()).containsExactly(Suspicion.SEQ_CONFLICT);
    }

    @Test
    void an_event_that_comes_again_from_the_queue_is_the_same_one() {
        say("Started", 0, 0, "CablePluggedIn", EVSE + "," + wh(0, "1000", "Transaction.Begin"));
        say("Started", 0, 0, "CablePluggedIn", EVSE + ",'offline':true," + wh(0, "1000", "Transaction.Begin"));
        assertThat(site.session().suspicions()).isEmpty();
        assertThat(site.readings()).isEqualTo(1);
    }
}
