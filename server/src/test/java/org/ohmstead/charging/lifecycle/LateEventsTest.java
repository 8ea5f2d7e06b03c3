package org.ohmstead.charging.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.charging.ChargingSite.CP7;
import static org.ohmstead.charging.ChargingSite.wh;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.access.Actor;
import org.ohmstead.charging.ChargingSite;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ChargingState;
import org.ohmstead.charging.session.ClosedBy;
import org.ohmstead.charging.session.Ending;
import org.ohmstead.charging.session.Suspicion;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.v2.AuthorizationStatus;
import org.ohmstead.tokens.Token;

/** Events of 2.x that come late, while their session still runs or when it is long over. */
class LateEventsTest {
    private static final String EVSE = "'evse':{'id':2,'connectorId':1}";

    private final ChargingSite site = new ChargingSite();

    @AfterEach
    void close() {
        site.close();
    }

    private void at(int minute, String type, @Nullable Integer seqNo, String trigger, String charging) {
        site.event(
                CP7,
                OcppVersion.V201,
                "{'eventType':'%s','timestamp':'%s','triggerReason':'%s',%s'transactionInfo':{'transactionId':'TX'%s}}"
                        .formatted(
                                type,
                                ChargingSite.at(minute),
                                trigger,
                                seqNo == null ? "" : "'seqNo':" + seqNo + ",",
                                charging.isEmpty() ? "" : ",'chargingState':'" + charging + "'"));
    }

    @Test
    void an_event_that_comes_late_undoes_nothing_of_a_session_that_is_still_open() {
        at(0, "Started", 0, "CablePluggedIn", "EVConnected");
        at(2, "Updated", 2, "ChargingStateChanged", "SuspendedEV");
        at(1, "Updated", 1, "ChargingStateChanged", "Charging");
        assertThat(site.session().charging()).isEqualTo(ChargingState.SUSPENDED_BY_EV);
        assertThat(site.session().seq().last()).isEqualTo(2);
    }

    @Test
    void of_two_events_with_one_number_the_later_one_counts_whichever_comes_first() {
        at(0, "Started", 0, "CablePluggedIn", "EVConnected");
        site.event("Updated", 4, "MeterValuePeriodic", EVSE + "," + wh(4, "1000", "Sample.Periodic"));
        at(5, "Updated", 5, "ChargingStateChanged", "SuspendedEV");
        at(3, "Updated", 5, "ChargingStateChanged", "Charging");
        assertThat(site.session().charging()).isEqualTo(ChargingState.SUSPENDED_BY_EV);
        at(6, "Updated", 5, "ChargingStateChanged", "Idle");
        assertThat(site.session().charging()).isEqualTo(ChargingState.IDLE);
        assertThat(site.session().suspicions()).contains(Suspicion.SEQ_CONFLICT);
    }

    @Test
    void a_start_without_a_number_after_the_end_is_another_session_and_one_from_the_middle_is_not() {
        at(0, "Started", null, "CablePluggedIn", "");
        at(5, "Ended", null, "EVDeparted", "");
        site.now = ChargingSite.at(60);
        at(60, "Started", 7, "CablePluggedIn", "");
        assertThat(site.all()).hasSize(1);
        at(61, "Started", null, "CablePluggedIn", "");
        assertThat(site.all()).hasSize(2);
        assertThat(site.all().getLast().isOpen()).isTrue();
    }

    @Test
    void a_token_for_some_evses_is_judged_by_the_evse_that_the_session_named() {
        var place = new Token.Place("CP-7", List.of(2));
        site.tokens.create(
                Actor.LOCAL,
                new Token("SOME", "ISO14443", null, false, null, 0, List.of(place), null, null, null, null));
        site.event("T1", "Started", 0, "CablePluggedIn", "'evse':{'id':3}");
        assertThat(status("T1", "SOME", "")).isEqualTo(AuthorizationStatus.NotAtThisLocation);
        assertThat(status("T2", "SOME", ",'evse':{'id':3}")).isEqualTo(AuthorizationStatus.NotAtThisLocation);
        assertThat(status("T3", "SOME", ",'evse':{'id':2}")).isEqualTo(AuthorizationStatus.Accepted);
    }

    private AuthorizationStatus status(String transaction, String value, String more) {
        return site.event(transaction, "Updated", 1, "Authorized", token(value) + more)
                .idTokenInfo()
                .status();
    }

    @Test
    void a_late_event_keeps_what_told_that_its_session_is_over() {
        site.now = ChargingSite.at(10);
        site.event("Started", 0, "CablePluggedIn", "'evse':{'id':1,'connectorId':1}");
        at(2, "Updated", 2, "ChargingStateChanged", "Charging");
        site.boot(CP7);
        site.status(1, "Available");
        at(1, "Updated", 1, "ChargingStateChanged", "EVConnected");
        assertThat(site.session().ending().sign().by()).isEqualTo(ClosedBy.REBOOT);
    }

    @Test
    void a_late_event_moves_no_end_that_we_have_set() {
        site.event("OLD", "Started", 0, "CablePluggedIn", EVSE);
        site.event("OLD", "Updated", 3, "MeterValuePeriodic", wh(3, "1500", "Sample.Periodic"));
        site.event("NEW", "Started", 9, "CablePluggedIn", EVSE);
        site.event("OLD", "Updated", 1, "ChargingStateChanged", EVSE);
        ChargingSession old = site.all().getFirst();
        assertThat(old.ending().closedBy()).isEqualTo(ClosedBy.SUPERSEDED);
        assertThat(old.times().endedAt()).isEqualTo(ChargingSite.at(3));
    }

    @Test
    void a_superseded_session_does_not_go_on_beside_the_newer_one_which_nothing_doubts() {
        site.event("OLD", "Started", 0, "CablePluggedIn", EVSE);
        site.event("NEW", "Started", 9, "CablePluggedIn", EVSE);
        assertThat(site.all().getLast().ending()).isEqualTo(Ending.OPEN);
        site.event("OLD", "Updated", 10, "Trigger", EVSE); // within the minute in which messages cross
        assertThat(site.all().getFirst().ending().closedBy()).isEqualTo(ClosedBy.SUPERSEDED);
        assertThat(site.all().getFirst().suspicions()).doesNotContain(Suspicion.SESSIONS_OVERLAP);
        site.event("OLD", "Updated", 11, "Trigger", EVSE);
        assertThat(site.all().getFirst().suspicions()).contains(Suspicion.SESSIONS_OVERLAP);
    }

    @Test
    void a_number_behind_the_end_fills_no_gap_before_it() {
        site.event("Started", 0, "CablePluggedIn", EVSE + "," + wh(0, "1000", "Transaction.Begin"));
        site.event("Ended", 2, "EVDeparted", wh(2, "1500", "Transaction.End"));
        site.event("Updated", 5, "Trigger", EVSE);
        assertThat(site.session().suspicions()).containsExactly(Suspicion.SEQ_GAP);
    }

    @Test
    void a_second_start_with_the_number_of_the_first_moves_nothing() {
        at(0, "Started", 0, "CablePluggedIn", "");
        at(3, "Started", 0, "Authorized", "");
        assertThat(site.session().times().startedAt()).isEqualTo(ChargingSite.at(0));
        assertThat(site.session().suspicions()).containsExactly(Suspicion.SEQ_CONFLICT);
    }

    @Test
    void a_start_whose_number_another_event_has_is_the_start_all_the_same() {
        at(2, "Updated", 0, "Trigger", "");
        at(3, "Started", 0, "CablePluggedIn", "");
        assertThat(site.session().times().startedAt()).isEqualTo(ChargingSite.at(3));
        assertThat(site.session().suspicions()).containsExactly(Suspicion.SEQ_CONFLICT);
    }

    @Test
    void another_token_in_the_last_event_has_stopped_the_session_and_in_any_other_has_not() {
        site.event("Started", 0, "Authorized", EVSE + "," + token("FRIEND"));
        site.event("Updated", 1, "Authorized", token("MATE"));
        assertThat(site.session().token().value()).isEqualTo("FRIEND");
        assertThat(site.session().stopToken()).isNull();
        site.event("Ended", 2, "EVDeparted", token("MATE"));
        assertThat(site.session().stopToken().value()).isEqualTo("MATE");
    }

    @Test
    void a_token_that_stops_a_session_which_nobody_started_is_not_its_token() {
        site.event("Started", 0, "CablePluggedIn", EVSE);
        site.event("Updated", 1, "StopAuthorized", token("MATE"));
        assertThat(site.session().token()).isNull();
        assertThat(site.session().stopToken().value()).isEqualTo("MATE");
    }

    @Test
    void a_refused_session_of_which_only_the_last_register_is_known_has_no_energy_rather_than_none_used() {
        site.event("Started", 0, "Authorized", EVSE + "," + token("BLOCKED"));
        site.event("Ended", 1, "DeAuthorized", wh(1, "1500", "Transaction.End"));
        assertThat(site.session().meter().energyWh()).isNull();
        assertThat(site.session().suspicions()).contains(Suspicion.ENERGY_UNKNOWN);
    }

    private static String token(String value) {
        return "'idToken':{'idToken':'%s','type':'ISO14443'}".formatted(value);
    }
}
