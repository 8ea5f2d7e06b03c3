package org.ohmstead.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.v16.StatusNotification;
import org.ohmstead.ocpp.v2.ChargingProfilePurpose;
import org.ohmstead.ocpp.v2.ChargingProfileStatus;
import org.ohmstead.ocpp.v2.ChargingRateUnit;
import org.ohmstead.ocpp.v2.ChargingSchedulePeriod;
import org.ohmstead.ocpp.v2.ClearChargingProfile;
import org.ohmstead.ocpp.v2.GetCompositeSchedule;
import org.ohmstead.ocpp.v2.Measurand;
import org.ohmstead.ocpp.v2.SetChargingProfile;
import org.ohmstead.ocpp.v2.TransactionEvent;
import org.ohmstead.ocpp.v2.TransactionEvent.ChargingState;
import org.ohmstead.simulator.fleet.SimStation;
import org.ohmstead.simulator.fleet.Simulators;
import org.ohmstead.simulator.station.SampleMessages;
import org.ohmstead.simulator.station.StationOptions;
import org.ohmstead.simulator.station.metering.Sample;
import org.ohmstead.simulator.station.time.ManualTime;

class PowerTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final TinyCsms csms = new TinyCsms();
    private final Simulators simulators = new Simulators();
    private final ManualTime time = new ManualTime(NOON);

    @AfterEach
    void end() {
        simulators.close();
        csms.close();
    }

    private SimStation charging(StationOptions options) {
        SimStation station =
                simulators.station(options.url(csms.url()).time(time).strict(true));
        station.connect();
        station.plugIn(1);
        station.authorize("TAG");
        station.start(1);
        return station;
    }

    @Test
    void power_times_time_is_what_the_register_says() {
        SimStation station = charging(new StationOptions("AC").ac(22_000));
        double began = station.registerWh(1);
        double summed = 0;
        for (int second = 0; second < 1_800; second++) {
            time.advance(Duration.ofSeconds(1));
            summed += station.station()
                            .charging()
                            .measure(station.station().outlets().getFirst())
                            .watts()
                    / 3600;
        }
        double registered = station.registerWh(1) - began;
        assertThat(summed).isCloseTo(registered, within(registered * 0.001));
        assertThat(registered).isBetween(10_700.0, 11_000.0);
    }

    @Test
    void the_register_goes_on_over_sessions() {
        SimStation station = charging(new StationOptions("AC"));
        time.advance(Duration.ofMinutes(10));
        station.stop(1);
        station.unplug(1);
        double between = station.registerWh(1);
        time.advance(Duration.ofHours(1));
        assertThat(station.registerWh(1)).isEqualTo(between);
        station.plugIn(1);
        station.start(1);
        time.advance(Duration.ofMinutes(10));
        assertThat(station.registerWh(1)).isGreaterThan(between + 1_000);
    }

    @Test
    void direct_current_ramps_up_holds_and_tapers_with_the_state_of_charge() {
        SimStation station =
                charging(new StationOptions("DC").version(OcppVersion.V21).dc(150_000));
        List<Sample> curve = new ArrayList<>();
        while (curve.isEmpty() || curve.getLast().soc() < 99) {
            time.advance(Duration.ofSeconds(10));
            curve.add(station.station()
                    .charging()
                    .measure(station.station().outlets().getFirst()));
        }
        assertThat(curve.getFirst().watts()).isLessThan(60_000);
        assertThat(curve.stream().skip(3).filter(one -> one.soc() < 50)).allMatch(one -> one.watts() > 147_000);
        assertThat(curve).filteredOn(one -> one.soc() > 79 && one.soc() < 81).allMatch(one -> one.watts() < 75_000);
        assertThat(curve.getLast().watts()).isLessThan(15_000);
        for (int i = 1; i < curve.size(); i++) {
            assertThat(curve.get(i).soc())
                    .isGreaterThanOrEqualTo(curve.get(i - 1).soc());
        }
        time.advance(Duration.ofHours(1));
        station.awaitDelivered();
        assertThat(csms.heard(TransactionEvent.Request.class)
                        .getLast()
                        .transactionInfo()
                        .chargingState())
                .isEqualTo(ChargingState.SuspendedEV);
    }

    @Test
    void a_car_on_three_phases_shows_current_and_voltage_that_make_up_its_power() {
        SimStation station = charging(new StationOptions("AC").ac(11_000));
        time.advance(Duration.ofMinutes(2));
        station.awaitDelivered();
        var values = csms.heard(TransactionEvent.Request.class)
                .getLast()
                .meterValue()
                .getFirst()
                .sampledValue();
        double power = value(values, Measurand.Power_Active_Import).getFirst();
        List<Double> amps = value(values, Measurand.Current_Import);
        List<Double> volts = value(values, Measurand.Voltage);
        double product = 0;
        for (int i = 0; i < 3; i++) {
            product += amps.get(i) * volts.get(i);
        }
        assertThat(product).isCloseTo(power, within(power * 0.01));
    }

    private static List<Double> value(List<org.ohmstead.ocpp.v2.SampledValue> values, Measurand measurand) {
        return values.stream()
                .filter(one -> one.measurand() == measurand)
                .map(one -> one.value().doubleValue())
                .toList();
    }

    @Test
    void a_limit_in_ampere_is_followed_and_lifted() {
        SimStation station = charging(new StationOptions("AC").ac(11_000));
        time.advance(Duration.ofMinutes(1));
        assertThat(set(station, 0, 1, ChargingProfilePurpose.TxDefaultProfile, ChargingRateUnit.A, "8.1"))
                .isEqualTo(ChargingProfileStatus.Accepted);
        assertThat(watts(station)).isBetween(8.1 * 690 * 0.98, 8.1 * 690);
        csms.answered("AC", new ClearChargingProfile.Request(1, null));
        assertThat(watts(station)).isBetween(10_800.0, 11_000.0);
    }

    @Test
    void the_smallest_of_station_and_transaction_limits_counts_and_a_transactions_own_profile_beats_the_default() {
        SimStation station = charging(new StationOptions("AC").ac(11_000));
        set(station, 0, 1, ChargingProfilePurpose.TxDefaultProfile, ChargingRateUnit.W, "3000");
        set(station, 1, 2, ChargingProfilePurpose.TxProfile, ChargingRateUnit.W, "9000");
        assertThat(watts(station)).isBetween(8_800.0, 9_000.0);
        set(station, 0, 3, ChargingProfilePurpose.ChargingStationMaxProfile, ChargingRateUnit.W, "5000");
        assertThat(watts(station)).isBetween(4_900.0, 5_000.0);
    }

    @Test
    void a_limit_of_nothing_suspends_the_transaction() {
        SimStation station = charging(new StationOptions("AC").version(OcppVersion.V16));
        time.advance(Duration.ofMinutes(1));
        csms.answered("AC", SampleMessages.parse(OcppVersion.V16, "SetChargingProfile", """
            {"connectorId":1,"csChargingProfiles":{"chargingProfileId":1,"stackLevel":0,
            "chargingProfilePurpose":"TxProfile","chargingProfileKind":"Relative",
            "chargingSchedule":{"chargingRateUnit":"A","chargingSchedulePeriod":[{"startPeriod":0,"limit":0}]}}}\
            """));
        TinyCsms.await(
                "SuspendedEVSE",
                () -> csms.heard(StatusNotification.Request.class).getLast().status()
                        == StatusNotification.ConnectorStatus.SuspendedEVSE);
        double before = station.registerWh(1);
        time.advance(Duration.ofHours(1));
        assertThat(station.registerWh(1)).isEqualTo(before);
    }

    @Test
    void a_composite_schedule_tells_what_will_happen() {
        SimStation station = charging(new StationOptions("AC").ac(11_000));
        csms.answered("AC", SampleMessages.parse(OcppVersion.V201, "SetChargingProfile", """
            {"evseId":1,"chargingProfile":{"id":5,"stackLevel":0,"chargingProfilePurpose":"TxDefaultProfile",
            "chargingProfileKind":"Absolute","chargingSchedule":[{"id":1,"chargingRateUnit":"W","duration":1200,
            "startSchedule":"2026-03-01T12:00:00Z","chargingSchedulePeriod":[{"startPeriod":0,"limit":4000},
            {"startPeriod":600,"limit":6000}]}]}}\
            """));
        var answer = (GetCompositeSchedule.Response)
                csms.answered("AC", new GetCompositeSchedule.Request(3_600, 1, ChargingRateUnit.W));
        assertThat(answer.schedule().chargingSchedulePeriod())
                .extracting(ChargingSchedulePeriod::startPeriod, period -> period.limit()
                        .intValue())
                .containsExactly(tuple(0, 4_000), tuple(600, 6_000), tuple(1_200, 11_000));
        assertThat(answer.schedule().scheduleStart()).isEqualTo(NOON);
        time.advance(Duration.ofSeconds(700));
        assertThat(watts(station)).isBetween(5_900.0, 6_000.0);
    }

    private ChargingProfileStatus set(
            SimStation station, int evse, int id, ChargingProfilePurpose purpose, ChargingRateUnit unit, String limit) {
        String transaction = purpose == ChargingProfilePurpose.TxProfile
                ? ",\"transactionId\":\"" + station.transaction(1).orElseThrow().id() + "\""
                : "";
        Record request = SampleMessages.parse(
                OcppVersion.V201, "SetChargingProfile", """
                    {"evseId":%d,"chargingProfile":{"id":%d,"stackLevel":0,"chargingProfilePurpose":"%s",
                    "chargingProfileKind":"Absolute","chargingSchedule":[{"id":1,"chargingRateUnit":"%s",
                    "startSchedule":"2026-03-01T12:00:00Z",
                    "chargingSchedulePeriod":[{"startPeriod":0,"limit":%s}]}]%s}}\
                    """.formatted(evse, id, purpose, unit, limit, transaction));
        return ((SetChargingProfile.Response) csms.answered(station.identity(), request)).status();
    }

    private double watts(SimStation station) {
        time.advance(Duration.ofMinutes(1));
        return station.station()
                .charging()
                .measure(station.station().outlets().getFirst())
                .watts();
    }
}
