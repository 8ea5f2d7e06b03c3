package org.ohmstead.pricing.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ohmstead.charging.course.SessionCourse;
import org.ohmstead.charging.course.SessionCourse.Moment;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ChargingState;
import org.ohmstead.charging.session.ClosedBy;
import org.ohmstead.charging.session.Ending;
import org.ohmstead.charging.session.EventTime;
import org.ohmstead.charging.session.MeterState;
import org.ohmstead.charging.session.Origin;
import org.ohmstead.charging.session.SessionTimes;
import org.ohmstead.charging.session.SessionVerdict;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.pricing.charge.Charge;
import org.ohmstead.pricing.charge.ChargePart;
import org.ohmstead.pricing.charge.ChargePart.Phase;
import org.ohmstead.stations.StationRef;

/** How the evidence of a session becomes what is to be paid for; register and energy in Wh, times in minutes. */
class SessionChargeTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private static Instant at(int minute) {
        return NOON.plusSeconds(minute * 60L);
    }

    private static @Nullable BigDecimal wh(@Nullable Integer wh) {
        return wh == null ? null : BigDecimal.valueOf(wh);
    }

    /** Of an hour. */
    private static ChargingSession ended(
            @Nullable Integer startWh, @Nullable Integer stopWh, @Nullable Integer energyWh) {
        Origin origin = new Origin(new StationRef(1, 7, "CP-7"), OcppVersion.V201, null, "TX", 0, null, null);
        SessionTimes times = SessionTimes.began(new EventTime(NOON, NOON, false, Set.of()), NOON)
                .ended(new EventTime(at(60), at(60), false, Set.of()));
        MeterState meter =
                MeterState.NONE.withStart(wh(startWh)).withStop(wh(stopWh)).withEnergy(wh(energyWh));
        return ChargingSession.fresh(origin, times)
                .withId(1)
                .with(meter)
                .with(new Ending(ClosedBy.STATION, null, SessionVerdict.COMPLETE));
    }

    private static Moment read(int minute, int registerWh) {
        return new Moment(at(minute), BigDecimal.valueOf(registerWh), null, null);
    }

    private static Moment is(int minute, ChargingState state) {
        return new Moment(at(minute), null, null, state);
    }

    private static Charge charge(ChargingSession session, Moment... moments) {
        return SessionCharge.of(
                new SessionCourse(session, List.of(moments)), ZoneOffset.UTC, Currency.getInstance("EUR"), at(999));
    }

    /** kWh until a moment. */
    private static void drawn(Charge charge, int minute, String kwh) {
        assertThat(charge.until(at(minute)).total(Phase.SESSION).kwh())
                .as("by " + minute)
                .isEqualByComparingTo(kwh);
    }

    @Test
    void registers_say_when_the_energy_flowed() {
        Charge charge = charge(ended(1000, 11000, 10000), read(30, 9000), read(45, 11000));
        drawn(charge, 30, "8");
        drawn(charge, 45, "10");
        drawn(charge, 60, "10");
        assertThat(charge.isSuspect()).isFalse();
    }

    @Test
    void a_reading_that_fits_nowhere_is_left_out() {
        Charge charge =
                charge(ended(1000, 11000, 10000), read(10, 999999), read(20, 500), read(30, 6000), read(40, 5000));
        drawn(charge, 30, "5");
        drawn(charge, 60, "10");
    }

    @Test
    void a_register_that_begins_anew_goes_on() {
        Charge charge = charge(ended(9000, 4000, 5000), read(20, 10000), read(25, 0), read(40, 2000));
        drawn(charge, 20, "1");
        drawn(charge, 40, "3");
        drawn(charge, 60, "5");
    }

    @Test
    void what_the_session_says_counts_where_its_registers_come_to_something_else() {
        Charge charge = charge(ended(0, 10000, 5000), read(30, 8000));
        drawn(charge, 30, "4");
        drawn(charge, 60, "5");
    }

    @Test
    void without_registers_it_flowed_evenly() {
        Charge charge = charge(ended(null, null, 6000));
        drawn(charge, 20, "2");
        drawn(charge, 60, "6");
        drawn(charge(ended(null, null, null)), 60, "0");
    }

    @Test
    void before_it_is_charged_a_vehicle_waits_and_behind_that_it_is_parked() {
        Charge charge = charge(
                ended(0, 1000, 1000),
                is(0, ChargingState.EV_CONNECTED),
                is(5, ChargingState.CHARGING),
                is(20, ChargingState.SUSPENDED_BY_STATION),
                is(30, ChargingState.SUSPENDED_BY_EV),
                is(40, ChargingState.EV_CONNECTED),
                is(55, ChargingState.IDLE));
        assertThat(charge.total(Phase.SESSION).charging()).isEqualByComparingTo("900"); // 5 to 20
        assertThat(charge.total(Phase.SESSION).parking()).isEqualByComparingTo("1500"); // 30 to 55
        assertThat(seconds(charge)).isEqualByComparingTo("3600");
    }

    private static BigDecimal seconds(Charge charge) {
        return charge.parts().stream().map(ChargePart::seconds).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void an_end_before_the_start_takes_no_time() {
        ChargingSession odd = ended(0, 1000, 1000);
        odd = odd.with(odd.times().endedAbout(at(-10)));
        Charge charge = charge(odd, read(5, 400));
        assertThat(charge.end()).isEqualTo(charge.start());
        assertThat(charge.total(Phase.SESSION).kwh()).isEqualByComparingTo("1");
        assertThat(Arrays.asList(charge.parts().toArray())).isNotEmpty();
    }
}
