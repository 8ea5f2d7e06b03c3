package org.ohmstead.charging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.charging.ChargingSite.CP7;
import static org.ohmstead.charging.ChargingSite.CP8;
import static org.ohmstead.charging.ChargingSite.NOW;
import static org.ohmstead.charging.ChargingSite.at;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.ocpp.v16.AuthorizationStatus;

/** 1.6 starts and stops: csms-behaviour 5.1 to 5.4, gotchas H. */
class NumberedSessionTest {
    private final ChargingSite site = new ChargingSite();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_start_and_a_stop_are_one_complete_session_of_their_registers() {
        var begun = site.start(
                CP7, "{'connectorId':2,'idTag':'KNOWN','meterStart':1000,'timestamp':'" + NOW + "','reservationId':9}");
        assertThat(begun.idTagInfo().status()).isEqualTo(AuthorizationStatus.Accepted);
        assertThat(begun.transactionId()).isPositive();
        site.now = at(60);
        site.stop(
                CP7,
                "{'transactionId':%d,'meterStop':8400,'timestamp':'%s','idTag':'known','reason':'EVDisconnected'}"
                        .formatted(begun.transactionId(), at(60)));
        ChargingSession session = site.session(begun.transactionId());
        assertThat(session.place()).isEqualTo(new Place(2, 1));
        assertThat(session.origin().reservation()).isEqualTo(9);
        assertThat(session.meter().energyWh()).isEqualByComparingTo("7400");
        assertThat(session.times().endedAt()).isEqualTo(at(60));
        assertThat(session.ending())
                .isEqualTo(new Ending(ClosedBy.STATION, StopReason.EV_DISCONNECTED, SessionVerdict.COMPLETE));
        assertThat(session.suspicions()).isEmpty();
        assertThat(session.offline()).isFalse();
        assertThat(site.events()).containsExactly("session.started", "session.ended");
        assertThat(site.trail(session.id())).containsExactly("started", "ended");
    }

    @Test
    void a_repeated_start_gets_the_same_number_and_the_current_verdict_and_adds_nothing() {
        String start = "{'connectorId':1,'idTag':'KNOWN','meterStart':1000,'timestamp':'" + NOW + "'}";
        var first = site.start(CP7, start);
        var again = site.start(CP7, start.replace("KNOWN", "known"));
        assertThat(again).isEqualTo(first);
        assertThat(site.events()).containsExactly("session.started");
        assertThat(site.trail(first.transactionId())).hasSize(1);
        site.stop(first.transactionId(), 2000, 10);
        assertThat(site.start(CP7, start).transactionId()).isEqualTo(first.transactionId());
        assertThat(site.all()).hasSize(1);
    }

    @Test
    void starts_that_differ_in_anything_are_different_sessions() {
        long first = site.start(1, "KNOWN", 1000, 0);
        assertThat(site.start(2, "KNOWN", 1000, 0)).isNotEqualTo(first);
        assertThat(site.start(1, "FRIEND", 1000, 0)).isNotEqualTo(first);
        assertThat(site.start(1, "KNOWN", 1001, 0)).isNotEqualTo(first);
        assertThat(site.start(1, "KNOWN", 1000, 1)).isNotEqualTo(first);
        assertThat(site.start(CP8, "{'connectorId':1,'idTag':'KNOWN','meterStart':1000,'timestamp':'" + NOW + "'}")
                        .transactionId())
                .isNotEqualTo(first);
        assertThat(site.all()).hasSize(6);
    }

    @Test
    void a_refused_token_gets_a_number_and_a_stored_session_too() {
        var blocked = site.start(CP7, "{'connectorId':1,'idTag':'BLOCKED','meterStart':0,'timestamp':'" + NOW + "'}");
        assertThat(blocked.idTagInfo().status()).isEqualTo(AuthorizationStatus.Blocked);
        assertThat(site.session(blocked.transactionId()).token().verdict()).isEqualTo("blocked");
        var unknown = site.start(CP7, "{'connectorId':2,'idTag':'WHO?','meterStart':0,'timestamp':'" + NOW + "'}");
        assertThat(unknown.idTagInfo().status()).isEqualTo(AuthorizationStatus.Invalid);
        assertThat(unknown.transactionId()).isPositive().isNotEqualTo(blocked.transactionId());
    }

    @Test
    void a_start_without_its_fields_is_served_and_marked() {
        var begun = site.start(CP7, "{}");
        assertThat(begun.transactionId()).isPositive();
        ChargingSession session = site.session(begun.transactionId());
        assertThat(session.times().startedAt()).isEqualTo(NOW);
        assertThat(session.suspicions())
                .containsExactlyInAnyOrder(
                        Suspicion.FIELDS_MISSING, Suspicion.TIME_MISSING, Suspicion.METER_START_MISSING);
        assertThat(site.events()).containsExactly("session.started", "session.suspect");
    }

    @Test
    void a_start_without_a_time_is_recognised_only_while_its_session_is_open() {
        String start = "{'connectorId':1,'idTag':'KNOWN','meterStart':1000}";
        long first = site.start(CP7, start).transactionId();
        site.now = at(2);
        assertThat(site.start(CP7, start).transactionId()).isEqualTo(first);
        site.stop(first, 1000, 3);
        site.now = at(60);
        assertThat(site.start(CP7, start).transactionId()).isNotEqualTo(first);
    }

    @Test
    void a_start_of_1970_counts_from_its_arrival_and_keeps_its_own_time() {
        long number = site.start(
                        CP7, "{'connectorId':1,'idTag':'KNOWN','meterStart':1,'timestamp':'1970-01-01T00:00:12Z'}")
                .transactionId();
        ChargingSession session = site.session(number);
        assertThat(session.times().startedAt()).isEqualTo(NOW);
        assertThat(session.times().stationStartedAt()).isEqualTo("1970-01-01T00:00:12Z");
        assertThat(session.suspicions()).containsExactly(Suspicion.CLOCK_ABSURD);
        assertThat(session.offline()).isFalse();
    }

    @Test
    void a_start_that_was_queued_for_days_keeps_its_time_and_is_known_to_be_offline() {
        site.now = NOW.plus(Duration.ofDays(3));
        long number = site.start("KNOWN", 1000, 0);
        assertThat(site.session(number).offline()).isTrue();
        assertThat(site.session(number).times().startedAt()).isEqualTo(NOW);
        site.stop(number, 3000, 60);
        assertThat(site.session(number).times().endedAt()).isEqualTo(at(60));
        assertThat(site.session(number).ending().verdict()).isEqualTo(SessionVerdict.COMPLETE);
    }

    @Test
    void a_start_from_a_clock_that_is_days_ahead_counts_from_its_arrival() {
        long number = site.start("KNOWN", 1000, 3 * 24 * 60);
        assertThat(site.session(number).times().startedAt()).isEqualTo(NOW);
        assertThat(site.session(number).suspicions()).containsExactly(Suspicion.CLOCK_ABSURD);
    }

    @Test
    void an_open_session_on_the_connector_is_closed_by_its_last_meter_value_and_never_by_its_start() {
        long lost = site.start("FRIEND", 1000, 0);
        site.meter(lost, "5000", 30);
        long next = site.start("MATE", 6000, 60);
        ChargingSession old = site.session(lost);
        assertThat(old.ending()).isEqualTo(new Ending(ClosedBy.SUPERSEDED, null, SessionVerdict.INCOMPLETE));
        assertThat(old.meter().energyWh()).isEqualByComparingTo("4000");
        assertThat(old.meter().stopWh()).isNull();
        assertThat(old.times().endedAt()).isEqualTo(at(30));
        assertThat(site.session(next).isOpen()).isTrue();
        assertThat(site.events())
                .containsExactly("session.started", "session.started", "session.ended", "session.suspect");
    }

    @Test
    void a_superseded_session_without_any_meter_value_has_no_energy_at_all() {
        long lost = site.start("FRIEND", 1000, 0);
        site.start("MATE", 6000, 60);
        assertThat(site.session(lost).meter().energyWh()).isNull();
        assertThat(site.session(lost).suspicions()).contains(Suspicion.ENERGY_UNKNOWN);
    }

    @Test
    void a_late_stop_completes_a_superseded_session() {
        long lost = site.start("FRIEND", 1000, 0);
        long next = site.start("MATE", 6000, 60);
        site.stop(lost, 5500, 50);
        ChargingSession old = site.session(lost);
        assertThat(old.ending()).isEqualTo(new Ending(ClosedBy.STATION, StopReason.LOCAL, SessionVerdict.COMPLETE));
        assertThat(old.meter().energyWh()).isEqualByComparingTo("4500");
        assertThat(old.suspicions()).isEmpty();
        assertThat(site.session(next).isOpen()).isTrue();
    }

    @Test
    void a_queued_start_that_is_older_than_the_open_session_does_not_close_it() {
        long running = site.start("FRIEND", 6000, 0);
        long queued = site.start("MATE", 1000, -120);
        assertThat(site.session(running).isOpen()).isTrue();
        assertThat(site.session(queued).isOpen()).isTrue();
    }

    @Test
    void a_repeated_stop_changes_nothing() {
        long number = site.start("KNOWN", 1000, 0);
        site.stop(number, 2000, 10);
        site.stop(number, 2000, 10);
        assertThat(site.session(number).ending().verdict()).isEqualTo(SessionVerdict.COMPLETE);
        assertThat(site.events()).containsExactly("session.started", "session.ended");
        assertThat(site.trail(number)).containsExactly("started", "ended");
    }

    @Test
    void of_two_stops_that_differ_the_first_counts_and_the_other_is_kept_once() {
        long number = site.start("KNOWN", 1000, 0);
        site.stop(number, 2000, 10);
        site.stop(number, 9000, 10);
        site.stop(number, 9000, 10);
        ChargingSession session = site.session(number);
        assertThat(session.meter().energyWh()).isEqualByComparingTo("1000");
        assertThat(session.suspicions()).containsExactly(Suspicion.STOP_CONFLICT);
        assertThat(session.ending().verdict()).isEqualTo(SessionVerdict.SUSPECT);
        assertThat(site.trail(number)).containsExactly("started", "ended", "anomaly");
    }

    @Test
    void a_stop_is_answered_with_token_information_only_if_it_bore_a_token() {
        long number = site.start("KNOWN", 1000, 0);
        assertThat(site.stop(number, 2000, 10).idTagInfo()).isNull();
        long other = site.start("KNOWN", 3000, 20);
        var answer = site.stop(
                CP7, "{'transactionId':%d,'meterStop':4000,'timestamp':'%s','idTag':'WHO?'}".formatted(other, at(30)));
        assertThat(answer.idTagInfo().status()).isEqualTo(AuthorizationStatus.Invalid);
    }

    @Test
    void a_token_of_the_same_group_may_stop_and_an_unrelated_one_is_an_anomaly() {
        long fleet = site.start(1, "FRIEND", 1000, 0);
        site.stop(CP7, "{'transactionId':%d,'meterStop':2000,'timestamp':'%s','idTag':'MATE'}".formatted(fleet, at(9)));
        assertThat(site.session(fleet).ending().verdict()).isEqualTo(SessionVerdict.COMPLETE);
        assertThat(site.session(fleet).stopToken().value()).isEqualTo("MATE");
        long other = site.start(1, "FRIEND", 3000, 20);
        site.stop(
                CP7, "{'transactionId':%d,'meterStop':4000,'timestamp':'%s','idTag':'KNOWN'}".formatted(other, at(30)));
        assertThat(site.session(other).suspicions()).containsExactly(Suspicion.STOP_TOKEN_UNRELATED);
        assertThat(site.session(other).ending().verdict()).isEqualTo(SessionVerdict.SUSPECT);
        assertThat(site.session(other).meter().energyWh()).isEqualByComparingTo("1000");
    }

    @Test
    void a_stop_of_a_session_that_never_began_with_us_is_kept_and_repeats_do_nothing() {
        assertThat(site.stop(4711, 9000, 0).idTagInfo()).isNull();
        site.stop(4711, 9000, 0);
        ChargingSession orphan = site.session();
        assertThat(orphan.ending().verdict()).isEqualTo(SessionVerdict.INCOMPLETE);
        assertThat(orphan.suspicions()).contains(Suspicion.START_MISSING);
        assertThat(orphan.meter().stopWh()).isEqualByComparingTo("9000");
        assertThat(orphan.meter().energyWh()).isNull();
        assertThat(site.trail(orphan.id())).containsExactly("ended");
    }

    @Test
    void a_stop_with_a_number_of_another_station_never_touches_its_session() {
        long number = site.start("KNOWN", 1000, 0);
        site.stop(CP8, "{'transactionId':%d,'meterStop':5000,'timestamp':'%s'}".formatted(number, at(9)));
        assertThat(site.session(number).isOpen()).isTrue();
        assertThat(site.all()).hasSize(2);
    }

    @Test
    void a_stop_without_a_number_goes_to_the_session_of_its_token() {
        long other = site.start(1, "MATE", 0, 0);
        long own = site.start(2, "FRIEND", 0, 5);
        site.start(3, "KNOWN", 0, 6);
        String stop = "{'transactionId':-1,'meterStop':700,'timestamp':'%s','idTag':'friend'}".formatted(at(9));
        site.stop(CP7, stop);
        site.stop(CP7, stop);
        assertThat(site.session(own).isOpen()).isFalse();
        assertThat(site.session(own).meter().energyWh()).isEqualByComparingTo("700");
        assertThat(site.session(other).isOpen()).isTrue();
        assertThat(site.all()).hasSize(3);
    }

    @Test
    void a_stop_without_a_number_or_token_goes_to_the_only_open_session_or_to_the_one_that_its_meter_fits() {
        long only = site.start(1, "MATE", 1000, 0);
        site.stop(0, 1500, 5);
        assertThat(site.session(only).isOpen()).isFalse();
        long low = site.start(1, "MATE", 2000, 10);
        long high = site.start(2, "FRIEND", 900_000, 11);
        site.stop(Long.MAX_VALUE, 2500, 20);
        assertThat(site.session(low).isOpen()).isFalse();
        assertThat(site.session(low).meter().energyWh()).isEqualByComparingTo(BigDecimal.valueOf(500));
        assertThat(site.session(high).isOpen()).isTrue();
    }

    @Test
    void a_stop_without_a_number_and_without_any_session_is_kept_once() {
        site.stop(-1, 2500, 20);
        site.stop(-1, 2500, 20);
        assertThat(site.session().suspicions()).contains(Suspicion.START_MISSING);
    }

    @Test
    void a_stop_that_lacks_everything_is_answered() {
        long number = site.start("KNOWN", 1000, 0);
        site.stop(CP7, "{}");
        ChargingSession session = site.session(number);
        assertThat(session.isOpen()).isFalse();
        assertThat(session.meter().energyWh()).isNull();
        assertThat(session.suspicions())
                .contains(Suspicion.TIME_MISSING, Suspicion.METER_STOP_MISSING, Suspicion.ENERGY_UNKNOWN);
    }

    @Test
    void a_reason_that_nobody_knows_is_other_and_stands_in_the_evidence() {
        long number = site.start("KNOWN", 1000, 0);
        site.stop(
                CP7,
                "{'transactionId':%d,'meterStop':2000,'timestamp':'%s','reason':'CarWasHungry'}"
                        .formatted(number, at(9)));
        assertThat(site.session(number).ending().reason()).isEqualTo(StopReason.OTHER);
        assertThat(site.pages
                        .evidence(site.session(number), org.ohmstead.api.Limit.USUAL, null)
                        .items()
                        .getLast()
                        .detail())
                .contains("CarWasHungry");
    }

    @Test
    void meters_that_lie_are_doubted_and_fall_back_on_meter_values() {
        long negative = site.start(1, "MATE", 1000, 0);
        site.meter(1, negative, "4000", 30);
        site.stop(negative, -1, 40);
        assertThat(site.session(negative).meter().energyWh()).isEqualByComparingTo("3000");
        assertThat(site.session(negative).suspicions()).contains(Suspicion.METER_NEGATIVE);
        long below = site.start(2, "MATE", 9000, 0);
        site.stop(below, 500, 40);
        assertThat(site.session(below).meter().energyWh()).isNull();
        assertThat(site.session(below).suspicions())
                .contains(Suspicion.METER_STOP_BELOW_START, Suspicion.ENERGY_UNKNOWN);
        assertThat(site.session(below).ending().verdict()).isEqualTo(SessionVerdict.SUSPECT);
        long jump = site.start(3, "MATE", 0, 0);
        site.stop(jump, 5_000_000, 10);
        assertThat(site.session(jump).suspicions()).contains(Suspicion.METER_JUMP);
        long backwards = site.start(4, "MATE", 0, 0);
        site.stop(backwards, 10, -20);
        assertThat(site.session(backwards).suspicions()).contains(Suspicion.END_BEFORE_START);
    }

    @Test
    void transaction_data_are_readings_of_the_session_and_come_once() {
        long number = site.start("KNOWN", 1000, 0);
        site.meter(number, "1500", 30);
        String stop = """
                {'transactionId':%d,'meterStop':2000,'timestamp':'%s','transactionData':[
                 {'timestamp':'%s','sampledValue':[{'value':'1500'}]},
                 {'timestamp':'%s','sampledValue':[]},
                 {'timestamp':'%s','sampledValue':[{'value':'2000','context':'Transaction.End'}]}]}""".formatted(number, at(60), at(30), at(31), at(60));
        site.stop(CP7, stop);
        site.stop(CP7, stop);
        assertThat(site.readings()).isEqualTo(2);
        assertThat(site.session(number).ending().verdict()).isEqualTo(SessionVerdict.COMPLETE);
    }

    @Test
    void a_token_is_in_use_elsewhere_but_never_because_of_its_own_session_or_a_zombie() {
        assertThat(site.running.open(1, "known", null)).isZero();
        long first = site.start(1, "KNOWN", 1000, 0);
        assertThat(site.running.open(1, "KNOWN", null)).isEqualTo(1);
        assertThat(site.running.open(1, "known", first)).isZero();
        assertThat(status(2, "KNOWN", 5)).isEqualTo(AuthorizationStatus.ConcurrentTx);
        assertThat(site.running.open(1, "known", null))
                .as("a refused session holds nothing")
                .isEqualTo(1);
        assertThat(status(1, "KNOWN", 0)).as("the same start again").isEqualTo(AuthorizationStatus.Accepted);
        assertThat(status(1, "KNOWN", 9)).as("its zombie on the connector").isEqualTo(AuthorizationStatus.Accepted);
        site.now = NOW.plus(Duration.ofHours(13));
        assertThat(site.running.open(1, "known", null)).as("stale").isZero();
    }

    private AuthorizationStatus status(int connector, String token, int minute) {
        return site.start(
                        CP7,
                        "{'connectorId':%d,'idTag':'%s','meterStart':1000,'timestamp':'%s'}"
                                .formatted(connector, token, at(minute)))
                .idTagInfo()
                .status();
    }
}
