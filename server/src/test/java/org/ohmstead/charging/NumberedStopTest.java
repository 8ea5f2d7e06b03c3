package org.ohmstead.charging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.charging.ChargingSite.CP7;
import static org.ohmstead.charging.ChargingSite.CP8;
import static org.ohmstead.charging.ChargingSite.at;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ClosedBy;
import org.ohmstead.charging.session.Ending;
import org.ohmstead.charging.session.SessionVerdict;
import org.ohmstead.charging.session.StopReason;
import org.ohmstead.charging.session.Suspicion;
import org.ohmstead.ocpp.v16.AuthorizationStatus;

/** How 1.6 sessions end: behaviour 5.3, field notes 91 to 101. */
class NumberedStopTest {
    private final ChargingSite site = new ChargingSite();

    @AfterEach
    void close() {
        site.close();
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

    @ParameterizedTest
    @ValueSource(strings = {"\\u0010\\u000e", " ", "-", "\\u0000"})
    void what_lies_behind_a_full_tag_in_the_memory_of_a_charger_is_no_part_of_it(String rest) {
        String tag = "ABCDEFGHIJKLMNOPQRST";
        site.token(tag, null, false, 0);
        long number = site.start(tag, 1000, 0);
        var answer = site.stop(
                CP7,
                "{'transactionId':%d,'idTag':'%s','meterStop':1388,'timestamp':'%s','reason':'EVDisconnected'}"
                        .formatted(number, tag.toLowerCase(Locale.ROOT) + rest, at(2)));
        assertThat(answer.idTagInfo().status().name()).isEqualTo("Accepted");
        assertThat(site.session(number).ending().verdict()).isEqualTo(SessionVerdict.COMPLETE);
    }

    @Test
    void a_longer_tag_is_another_one_where_the_session_was_not_started_with_the_first_20_characters() {
        site.token("ABCDEFGHIJKLMNOPQRST", null, false, 0);
        long number = site.start("FRIEND", 1000, 0);
        String stop = "{'transactionId':%d,'idTag':'ABCDEFGHIJKLMNOPQRST-','meterStop':1388,'timestamp':'%s'}";
        assertThat(site.stop(CP7, stop.formatted(number, at(2)))
                        .idTagInfo()
                        .status()
                        .name())
                .isEqualTo("Invalid");
        assertThat(site.session(number).suspicions()).containsExactly(Suspicion.STOP_TOKEN_UNRELATED);
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
        long far = site.start(3, "FRIEND", 500, 12);
        site.stop(Long.MAX_VALUE, 2500, 20);
        assertThat(site.session(low).isOpen()).isFalse();
        assertThat(site.session(low).meter().energyWh()).isEqualByComparingTo(BigDecimal.valueOf(500));
        assertThat(site.session(high).isOpen()).isTrue();
        assertThat(site.session(far).isOpen()).isTrue();
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
        assertThat(site.trails
                        .page(site.session(number), org.ohmstead.api.Limit.USUAL, null)
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
}
