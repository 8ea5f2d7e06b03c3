package org.ohmstead.charging;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ClosedBy;
import org.ohmstead.charging.session.SessionVerdict;
import org.ohmstead.charging.session.Suspicion;
import org.ohmstead.ocpp.OcppVersion;

/** What real stations have sent, and what it is worth. Times are seconds before now. */
class EnergyCasesTest {
    private final ChargingSite site = new ChargingSite();

    @AfterEach
    void close() {
        site.close();
    }

    private Instant ago(int seconds) {
        return site.now.minusSeconds(seconds);
    }

    private long start(int meterWh, int ago) {
        return site.start(
                        ChargingSite.CP7,
                        "{'connectorId':1,'idTag':'FRIEND','meterStart':%d,'timestamp':'%s'}"
                                .formatted(meterWh, ago(ago)))
                .transactionId();
    }

    /** Values as JSON. */
    private void meter(@Nullable Long number, int ago, String... values) {
        site.meter(
                ChargingSite.CP7,
                "{'connectorId':1,%s'meterValue':[{'timestamp':'%s','sampledValue':[%s]}]}"
                        .formatted(
                                number == null ? "" : "'transactionId':" + number + ",",
                                ago(ago),
                                String.join(",", values)));
    }

    private static String wh(long value) {
        return "{'value':'" + value + "'}";
    }

    private static String watts(long value) {
        return "{'value':'" + value + "','measurand':'Power.Active.Import','unit':'W'}";
    }

    private void stop(long number, long meterWh) {
        site.stop(
                ChargingSite.CP7,
                "{'transactionId':%d,'meterStop':%d,'timestamp':'%s'}".formatted(number, meterWh, ago(0)));
    }

    private void event(String type, int seqNo, String trigger, int ago, String... values) {
        site.event(
                ChargingSite.CP7,
                OcppVersion.V201,
                "{'eventType':'%s','timestamp':'%s','triggerReason':'%s','seqNo':%d,'offline':%s,%s%s}"
                        .formatted(
                                type,
                                ago(ago),
                                trigger,
                                seqNo,
                                ago > 1000,
                                "'transactionInfo':{'transactionId':'a'},'evse':{'id':1,'connectorId':1}",
                                values.length == 0
                                        ? ""
                                        : ",'meterValue':[{'timestamp':'%s','sampledValue':[%s]}]"
                                                .formatted(ago(ago), String.join(",", values))));
    }

    private static String sample(long value, @Nullable String context, String measurand) {
        return "{'value':%d,%s'measurand':'%s'}"
                .formatted(value, context == null ? "" : "'context':'" + context + "',", measurand);
    }

    private void expect(@Nullable Integer wh, SessionVerdict verdict, Suspicion... suspicions) {
        ChargingSession session = site.all().getLast();
        assertThat(session.meter().energyWh())
                .usingComparator(java.util.Comparator.nullsFirst(BigDecimal::compareTo))
                .isEqualTo(wh == null ? null : BigDecimal.valueOf(wh));
        assertThat(session.suspicions()).containsExactlyInAnyOrder(suspicions);
        assertThat(session.ending().verdict()).isEqualTo(verdict);
    }

    private void live(int wh, Suspicion... suspicions) {
        ChargingSession session = site.all().getLast();
        assertThat(session.meter().energyWh()).isEqualByComparingTo(BigDecimal.valueOf(wh));
        assertThat(session.suspicions()).containsExactlyInAnyOrder(suspicions);
    }

    @Test
    void a_zero_while_offline_is_not_the_start_of_a_register_of_910_kwh() {
        String register = "Energy.Active.Import.Register";
        event("Started", 0, "CablePluggedIn", 7200, sample(0, "Transaction.Begin", register));
        event(
                "Updated",
                1,
                "RemoteStart",
                120,
                sample(909_948, null, register),
                sample(0, null, "Power.Active.Import"));
        live(0, Suspicion.METER_BASE_MIXED);
        event("Ended", 2, "EVDeparted", 0, sample(910_031, "Transaction.End", register));
        expect(83, SessionVerdict.SUSPECT, Suspicion.METER_BASE_MIXED);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 300, 900})
    void a_zero_is_not_the_start_of_a_new_charger_that_shows_7_kw(int every) {
        long number = start(0, 3600);
        int shown = 0;
        for (int at = 3600 - every; at > 0; at -= every) {
            int rise = (3600 - at) * 580 / 300;
            shown = shown == 0 ? rise : shown;
            meter(number, at, wh(90_000 + rise), watts(7000));
            live(rise - shown, Suspicion.METER_BASE_MIXED);
        }
        stop(number, 97_000);
        expect(7000 - shown, SessionVerdict.SUSPECT, Suspicion.METER_BASE_MIXED);
    }

    @Test
    void what_the_session_before_ended_with_contradicts_a_zero() {
        long before = start(80_000, 9000);
        site.stop(
                ChargingSite.CP7,
                "{'transactionId':%d,'meterStop':90000,'timestamp':'%s'}".formatted(before, ago(4000)));
        expect(10_000, SessionVerdict.COMPLETE);
        long number = start(0, 3600);
        stop(number, 97_000);
        expect(7000, SessionVerdict.SUSPECT, Suspicion.METER_BASE_MIXED);
    }

    @Test
    void what_the_evse_showed_outside_of_sessions_contradicts_a_start() {
        meter(null, 4000, wh(9000));
        long number = start(5000, 3600);
        meter(number, 1800, wh(10_500));
        stop(number, 12_000);
        expect(3000, SessionVerdict.SUSPECT, Suspicion.METER_BASE_MIXED);
    }

    @Test
    void a_meter_that_was_exchanged_is_no_contradiction() {
        meter(null, 4000, wh(900_000));
        long number = start(0, 3600);
        meter(number, 1800, wh(3000));
        stop(number, 6000);
        expect(6000, SessionVerdict.COMPLETE);
    }

    @Test
    void an_evse_that_counts_from_zero_each_time_is_believed_when_it_is_known() {
        for (int stop : new int[] {500, 900, 40_000}) {
            site.now = site.now.plusSeconds(4000);
            long number = start(0, 3600);
            stop(number, stop);
            if (stop < 1000) {
                expect(stop, SessionVerdict.COMPLETE);
            }
        }
        expect(40_000, SessionVerdict.COMPLETE);
    }

    @Test
    void readings_of_the_session_beside_a_start_and_stop_of_the_meters_life() {
        long number = start(100_000, 4500);
        int[] readings = {100, 1500, 3000, 4500};
        for (int i = 0; i < readings.length; i++) {
            meter(number, 3600 - 900 * i, wh(readings[i]));
            live(readings[i] - 100, Suspicion.METER_BASE_MIXED);
        }
        stop(number, 106_000);
        expect(6000, SessionVerdict.SUSPECT, Suspicion.METER_BASE_MIXED);
    }

    @Test
    void the_same_with_readings_every_hour() {
        long number = start(800_000, 18_000);
        int[] readings = {1000, 6000, 11_000, 16_000};
        for (int i = 0; i < readings.length; i++) {
            meter(number, 14_400 - 3600 * i, wh(readings[i]));
        }
        stop(number, 821_000);
        expect(21_000, SessionVerdict.SUSPECT, Suspicion.METER_BASE_MIXED);
    }

    @Test
    void readings_of_the_meters_life_beside_a_start_and_stop_of_the_session() {
        long number = start(0, 4500);
        int[] readings = {100_100, 101_500, 103_000, 104_500};
        for (int i = 0; i < readings.length; i++) {
            meter(number, 3600 - 900 * i, wh(readings[i]));
            live(readings[i] - 100_100, Suspicion.METER_BASE_MIXED);
        }
        stop(number, 6000);
        expect(6000, SessionVerdict.SUSPECT, Suspicion.METER_BASE_MIXED);
    }

    @Test
    void a_register_with_two_values_in_each_reading_goes_on_with_the_one_that_fits() {
        long number = start(1000, 1200);
        for (int i = 0; i < 7; i++) {
            meter(number, 1050 - 150 * i, wh(0), wh(1100 + 100 * i));
            live(100 + 100 * i, Suspicion.METER_BASE_MIXED);
        }
        stop(number, 1800);
        expect(800, SessionVerdict.SUSPECT, Suspicion.METER_BASE_MIXED);
    }

    @Test
    void a_register_of_seven_digits_goes_on_after_its_last_figure() {
        long number = start(9_998_000, 3000);
        int[] readings = {9_999_000, 9_999_900, 900, 1900};
        for (int i = 0; i < readings.length; i++) {
            meter(number, 2500 - 500 * i, wh(readings[i]));
        }
        live(3900, Suspicion.METER_ROLLOVER);
        stop(number, 2900);
        expect(4900, SessionVerdict.SUSPECT, Suspicion.METER_ROLLOVER);
    }

    @Test
    void and_without_any_reading() {
        stop(start(9_998_000, 3000), 2900);
        expect(4900, SessionVerdict.SUSPECT, Suspicion.METER_ROLLOVER);
    }

    @Test
    void intervals_are_added_up_where_there_is_no_register() {
        String interval = "Energy.Active.Import.Interval";
        event("Started", 0, "CablePluggedIn", 600);
        for (int i = 0; i < 3; i++) {
            event("Updated", 1 + i, "MeterValuePeriodic", 450 - 150 * i, sample(250, null, interval));
            event("Updated", 1 + i, "MeterValuePeriodic", 450 - 150 * i, sample(250, null, interval));
            live(250 * (i + 1), Suspicion.ENERGY_FROM_INTERVALS);
        }
        event("Ended", 4, "EVDeparted", 0, sample(100, "Transaction.End", interval));
        expect(850, SessionVerdict.COMPLETE, Suspicion.ENERGY_FROM_INTERVALS);
        assertThat(site.events()).doesNotContain("session.suspect");
    }

    @Test
    void a_gap_between_intervals_is_said() {
        String interval = "Energy.Active.Import.Interval";
        event("Started", 0, "CablePluggedIn", 600);
        event("Updated", 1, "MeterValuePeriodic", 450, sample(250, null, interval));
        event("Updated", 3, "MeterValuePeriodic", 150, sample(250, null, interval));
        event("Ended", 4, "EVDeparted", 0, sample(100, "Transaction.End", interval));
        expect(
                600,
                SessionVerdict.INCOMPLETE,
                Suspicion.ENERGY_FROM_INTERVALS,
                Suspicion.INTERVAL_MISSING,
                Suspicion.SEQ_GAP);
    }

    @Test
    void beside_a_register_intervals_do_not_count() {
        String interval = "Energy.Active.Import.Interval";
        String register = "Energy.Active.Import.Register";
        event("Started", 0, "CablePluggedIn", 600, sample(1000, "Transaction.Begin", register));
        event("Updated", 1, "MeterValuePeriodic", 300, sample(250, null, interval), sample(1250, null, register));
        event("Ended", 2, "EVDeparted", 0, sample(1500, "Transaction.End", register));
        expect(500, SessionVerdict.COMPLETE);
    }

    @Test
    void a_net_register_counts_where_there_is_no_other() {
        String net = "Energy.Active.Net";
        event("Started", 0, "CablePluggedIn", 600, sample(1000, "Transaction.Begin", net));
        event("Ended", 1, "EVDeparted", 0, sample(1500, "Transaction.End", net));
        expect(500, SessionVerdict.COMPLETE);
    }

    @Test
    void a_session_that_nobody_was_allowed_to_charge_in_misses_nothing() {
        long number = site.start(
                        ChargingSite.CP7,
                        "{'connectorId':1,'idTag':'BLOCKED','meterStart':1000,'timestamp':'%s'}".formatted(ago(600)))
                .transactionId();
        start(1000, 300);
        ChargingSession refused = site.session(number);
        assertThat(refused.ending().closedBy()).isEqualTo(ClosedBy.REFUSED);
        assertThat(refused.suspicions()).isEmpty();
        assertThat(refused.ending().verdict()).isEqualTo(SessionVerdict.COMPLETE);
        assertThat(refused.meter().energyWh()).isZero();
    }

    @Test
    void one_that_was_refused_and_charged_all_the_same_is_not_hidden() {
        long number = site.start(
                        ChargingSite.CP7,
                        "{'connectorId':1,'idTag':'BLOCKED','meterStart':1000,'timestamp':'%s'}".formatted(ago(600)))
                .transactionId();
        meter(number, 400, wh(1500));
        start(1500, 300);
        assertThat(site.session(number).ending().verdict()).isEqualTo(SessionVerdict.INCOMPLETE);
    }

    @Test
    void a_register_in_tenths_beside_power_in_watts_is_not_believed() {
        long number = start(0, 3600);
        for (int at = 3300; at > 0; at -= 300) {
            meter(number, at, wh((3600 - at) * 580L / 30), watts(7000));
        }
        stop(number, 70_000);
        assertThat(site.session(number).suspicions()).contains(Suspicion.METER_ABOVE_POWER);
        assertThat(site.session(number).ending().verdict()).isEqualTo(SessionVerdict.SUSPECT);
    }

    @Test
    void a_register_that_stands_still_beside_7_kw_is_not_believed() {
        long number = start(5000, 3600);
        for (int at = 3300; at > 0; at -= 300) {
            meter(number, at, wh(5000), watts(7000));
        }
        stop(number, 5000);
        expect(0, SessionVerdict.SUSPECT, Suspicion.METER_SCALE);
    }

    @Test
    void a_register_that_stands_at_its_start_shows_that_nothing_was_delivered_and_costs_no_walk() {
        long number = start(5000, 3600);
        for (int at = 3300; at > 0; at -= 300) {
            meter(number, at, wh(5000));
            live(0);
        }
        assertThat(site.session(number).meter().lastAt()).isEqualTo(ago(300));
        stop(number, 5000);
        expect(0, SessionVerdict.COMPLETE);
    }

    @Test
    void a_zero_that_was_shown_before_is_no_word_for_the_zero_at_the_start() {
        meter(null, 9000, wh(0));
        long empty = start(0, 8000);
        meter(empty, 7500, wh(0));
        site.stop(ChargingSite.CP7, "{'transactionId':%d,'meterStop':0,'timestamp':'%s'}".formatted(empty, ago(7000)));
        expect(0, SessionVerdict.COMPLETE);
        stop(start(0, 3600), 97_000);
        expect(null, SessionVerdict.SUSPECT, Suspicion.METER_BASE_MIXED, Suspicion.ENERGY_UNKNOWN);
    }

    @Test
    void a_zero_that_is_shown_between_sessions_does_not_hide_what_the_evse_showed_before() {
        meter(null, 9000, wh(90_000));
        meter(null, 8000, wh(0));
        stop(start(0, 3600), 97_000);
        expect(7000, SessionVerdict.SUSPECT, Suspicion.METER_BASE_MIXED);
    }
}
