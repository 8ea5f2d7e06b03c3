package org.ohmstead.charging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.charging.ChargingSite.CP7;
import static org.ohmstead.charging.ChargingSite.CP8;
import static org.ohmstead.charging.ChargingSite.NOW;
import static org.ohmstead.charging.ChargingSite.at;
import static org.ohmstead.charging.ChargingSite.wh;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ChargingState;
import org.ohmstead.charging.session.ClosedBy;
import org.ohmstead.charging.session.ConnectorRef;
import org.ohmstead.charging.session.Ending;
import org.ohmstead.charging.session.SessionVerdict;
import org.ohmstead.charging.session.StopReason;
import org.ohmstead.charging.session.Suspicion;
import org.ohmstead.ocpp.OcppVersion;

/** What 2.x stations do beside the plain sequence: behaviour 5.5, 5.11, section K of the field notes. */
class SequencedOddsTest {
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

    @Test
    void transaction_ids_are_the_same_in_any_case_and_others_at_another_station() {
        site.event("tx", "Started", 0, "CablePluggedIn", EVSE);
        site.event("TX", "Updated", 1, "ChargingStateChanged", state("Charging"));
        assertThat(site.session().charging()).isEqualTo(ChargingState.CHARGING);
        site.event(
                CP8,
                OcppVersion.V21,
                "{'eventType':'Ended','timestamp':'%s','triggerReason':'TxResumed','seqNo':2,'transactionInfo':{'transactionId':'TX'}}"
                        .formatted(at(2)));
        assertThat(site.all()).hasSize(2);
        assertThat(site.all().getFirst().isOpen()).isTrue();
    }

    @Test
    void the_place_once_known_stays_and_a_connector_is_never_made_up() {
        site.event("Started", 0, "Authorized", token("FRIEND"));
        assertThat(site.session().place()).isEqualTo(ConnectorRef.UNKNOWN);
        site.event("Updated", 1, "CablePluggedIn", "'evse':{'id':2}");
        assertThat(site.session().place()).isEqualTo(new ConnectorRef(2, null));
        site.event("Updated", 2, "ChargingStateChanged", state("Charging"));
        assertThat(site.session().place()).isEqualTo(new ConnectorRef(2, null));
        site.event("Updated", 3, "Trigger", "'evse':{'id':2,'connectorId':3}");
        assertThat(site.session().place()).isEqualTo(new ConnectorRef(2, 3));
    }

    @Test
    void a_token_that_is_repeated_at_the_end_has_not_stopped_the_session() {
        site.event("Started", 0, "Authorized", EVSE + "," + token("FRIEND"));
        site.event(
                "Ended",
                1,
                "RemoteStop",
                "'transactionInfo':{'transactionId':'TX','stoppedReason':'Remote'}," + token("FRIEND"));
        assertThat(site.session().stopToken()).isNull();
        assertThat(site.session().ending().reason()).isEqualTo(StopReason.REMOTE);
    }

    @Test
    void an_unrelated_token_that_stops_is_an_anomaly_unless_it_is_a_master_pass() {
        site.event("Started", 0, "Authorized", EVSE + "," + token("FRIEND"));
        site.event("Ended", 1, "StopAuthorized", token("KNOWN"));
        assertThat(site.session().suspicions()).contains(Suspicion.STOP_TOKEN_UNRELATED);
        site.event("MP", "Started", 0, "Authorized", EVSE + "," + token("FRIEND"));
        site.event(
                "MP",
                "Ended",
                1,
                "StopAuthorized",
                "'transactionInfo':{'transactionId':'MP','stoppedReason':'MasterPass'}," + token("KNOWN"));
        assertThat(site.all().getLast().suspicions()).doesNotContain(Suspicion.STOP_TOKEN_UNRELATED);
    }

    @Test
    void a_session_that_names_the_evse_of_an_open_one_supersedes_it_also_when_it_names_it_late() {
        site.event("OLD", "Started", 0, "CablePluggedIn", EVSE + "," + wh(0, "1000", "Transaction.Begin"));
        site.event("OLD", "Updated", 1, "MeterValuePeriodic", wh(1, "1500", "Sample.Periodic"));
        site.event("NEW", "Started", 2, "Authorized", token("FRIEND"));
        assertThat(site.all().getFirst().isOpen()).isTrue();
        site.event("NEW", "Updated", 3, "CablePluggedIn", EVSE);
        ChargingSession old = site.all().getFirst();
        assertThat(old.ending()).isEqualTo(new Ending(ClosedBy.SUPERSEDED, null, SessionVerdict.INCOMPLETE));
        assertThat(old.meter().energyWh()).isEqualByComparingTo("500");
        site.event("OLD", "Ended", 2, "EVDeparted", wh(2, "1600", "Transaction.End"));
        assertThat(site.all().getFirst().ending().closedBy()).isEqualTo(ClosedBy.STATION);
        assertThat(site.all().getFirst().ending().verdict()).isEqualTo(SessionVerdict.COMPLETE);
        assertThat(site.all().getLast().isOpen()).isTrue();
    }

    @Test
    void events_after_a_forced_end_do_not_reopen_but_still_count() {
        site.event("OLD", "Started", 0, "CablePluggedIn", EVSE + "," + wh(0, "1000", "Transaction.Begin"));
        site.event("NEW", "Started", 2, "CablePluggedIn", EVSE);
        site.event("OLD", "Updated", 1, "MeterValuePeriodic", wh(1, "1500", "Sample.Periodic"));
        ChargingSession old = site.all().getFirst();
        assertThat(old.ending().closedBy()).isEqualTo(ClosedBy.SUPERSEDED);
        assertThat(old.meter().energyWh()).isEqualByComparingTo("500");
    }

    @Test
    void what_was_queued_offline_does_not_end_what_runs_now() {
        site.event("LIVE", "Started", 10, "CablePluggedIn", EVSE);
        site.event("PAST", "Started", 0, "CablePluggedIn", EVSE + ",'offline':true");
        site.event("PAST", "Ended", 1, "EVDeparted", "'offline':true," + wh(1, "1600", "Transaction.End"));
        assertThat(site.all().getFirst().isOpen()).isTrue();
        assertThat(site.all().getLast().offline()).isTrue();
    }

    @Test
    void offline_events_keep_their_times_and_live_ones_with_absurd_times_do_not() {
        site.now = NOW.plus(Duration.ofDays(9));
        site.event("Started", 0, "CablePluggedIn", EVSE + ",'offline':true");
        assertThat(site.session().times().startedAt()).isEqualTo(NOW);
        site.event("T2", "Started", 0, "CablePluggedIn", "'evse':{'id':3}");
        assertThat(site.all().getLast().times().startedAt()).isEqualTo(site.now);
        assertThat(site.all().getLast().times().stationStartedAt()).isEqualTo(NOW);
        assertThat(site.all().getLast().suspicions()).containsExactly(Suspicion.CLOCK_ABSURD);
    }

    @Test
    void a_session_goes_on_after_a_reboot() {
        site.event("Started", 0, "CablePluggedIn", EVSE);
        site.event(
                CP7,
                OcppVersion.V21,
                "{'eventType':'Updated','timestamp':'%s','triggerReason':'TxResumed','seqNo':1,'transactionInfo':{'transactionId':'TX','chargingState':'Charging'}}"
                        .formatted(at(30)));
        assertThat(site.session().isOpen()).isTrue();
        assertThat(site.session().charging()).isEqualTo(ChargingState.CHARGING);
    }

    @Test
    void an_id_that_firmware_uses_again_is_another_session() {
        site.event("Started", 0, "CablePluggedIn", EVSE + "," + wh(0, "1000", "Transaction.Begin"));
        site.event("Ended", 1, "EVDeparted", wh(1, "1600", "Transaction.End"));
        site.now = at(60);
        String again =
                "{'eventType':'%s','timestamp':'%s','triggerReason':'CablePluggedIn','seqNo':%d,'transactionInfo':{'transactionId':'TX'}}";
        site.event(CP7, OcppVersion.V201, again.formatted("Started", at(60), 0));
        assertThat(site.all()).hasSize(2);
        assertThat(site.all().getFirst().ending().verdict()).isEqualTo(SessionVerdict.COMPLETE);
        assertThat(site.all().getLast().origin().generation()).isEqualTo(1);
        site.event(CP7, OcppVersion.V201, again.formatted("Ended", at(61), 1));
        assertThat(site.all()).allMatch(session -> !session.isOpen());
    }

    @Test
    void an_event_that_lacks_almost_everything_is_served() {
        site.event(CP7, OcppVersion.V201, "{'transactionInfo':{'transactionId':'TX'}}");
        site.event(CP7, OcppVersion.V201, "{'transactionInfo':{'transactionId':'TX'}}");
        ChargingSession session = site.session();
        assertThat(session.isOpen()).isTrue();
        assertThat(session.suspicions())
                .containsExactlyInAnyOrder(Suspicion.START_MISSING, Suspicion.TIME_MISSING, Suspicion.SEQ_MISSING);
        assertThat(site.trail(session.id())).hasSize(1);
    }

    @Test
    void sequences_that_count_on_from_session_to_session_are_complete_too() {
        site.event("Started", 17, "CablePluggedIn", EVSE + "," + wh(17, "1000", "Transaction.Begin"));
        site.event("Updated", 18, "MeterValuePeriodic", wh(18, "1100", "Sample.Periodic"));
        site.event("Ended", 19, "EVDeparted", wh(19, "1600", "Transaction.End"));
        assertThat(site.session().ending().verdict()).isEqualTo(SessionVerdict.COMPLETE);
    }

    @Test
    void the_same_reading_in_two_events_leaves_no_gap() {
        site.event("Started", 0, "CablePluggedIn", EVSE + "," + wh(0, "1000", "Transaction.Begin"));
        site.event("Updated", 1, "MeterValuePeriodic", wh(1, "1100", "Sample.Periodic"));
        site.event("Updated", 2, "MeterValuePeriodic", wh(1, "1100", "Sample.Periodic"));
        site.event("Ended", 3, "EVDeparted", wh(3, "1600", "Transaction.End"));
        assertThat(site.session().ending().verdict()).isEqualTo(SessionVerdict.COMPLETE);
    }

    @Test
    void registers_of_the_begin_may_come_later_and_those_without_context_count_by_their_event() {
        site.event("Started", 0, "Authorized", token("FRIEND"));
        site.event("Updated", 1, "CablePluggedIn", EVSE + "," + wh(1, "1000", "Transaction.Begin"));
        site.event("Updated", 2, "MeterValuePeriodic", wh(2, "1400", "Sample.Periodic"));
        assertThat(site.session().meter().energyWh()).isEqualByComparingTo("400");
        site.event("Ended", 3, "EVDeparted", wh(3, "1500", "Sample.Periodic"));
        assertThat(site.session().meter().energyWh()).isEqualByComparingTo("500");
        assertThat(site.session().ending().verdict()).isEqualTo(SessionVerdict.COMPLETE);
    }

    @Test
    void an_end_without_a_register_is_billed_by_the_last_one_and_doubted() {
        site.event("Started", 0, "CablePluggedIn", EVSE + "," + wh(0, "1000", "Transaction.Begin"));
        site.event("Updated", 1, "MeterValuePeriodic", wh(1, "1400", "Sample.Periodic"));
        site.event("Ended", 2, "EVDeparted", "");
        assertThat(site.session().meter().energyWh()).isEqualByComparingTo("400");
        assertThat(site.session().suspicions()).containsExactly(Suspicion.METER_STOP_MISSING);
    }

    @Test
    void reservation_and_remote_start_are_kept_when_told() {
        site.event(
                "Started",
                0,
                "RemoteStart",
                "'transactionInfo':{'transactionId':'TX','remoteStartId':88},'reservationId':5," + EVSE);
        assertThat(site.session().origin().remoteStart()).isEqualTo(88);
        assertThat(site.session().origin().reservation()).isEqualTo(5);
    }

    @Test
    void meter_values_outside_of_events_belong_to_no_session() {
        site.event("Started", 0, "CablePluggedIn", EVSE);
        site.meter2("{'evseId':2,'meterValue':[{'timestamp':'%s','sampledValue':[{'value':5}]}]}".formatted(at(1)));
        site.meter2("{'evseId':0,'meterValue':[{'timestamp':'%s','sampledValue':[{'value':7}]}]}".formatted(at(1)));
        assertThat(site.sessionsOfReadings()).containsExactly(null, null);
    }
}
