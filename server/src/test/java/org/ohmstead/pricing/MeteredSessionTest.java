package org.ohmstead.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ohmstead.pricing.charge.Activity;
import org.ohmstead.pricing.charge.Charge;
import org.ohmstead.pricing.charge.ChargePart;
import org.ohmstead.pricing.charge.ChargePart.Phase;
import org.ohmstead.pricing.charge.MeteredSession;
import org.ohmstead.pricing.charge.Reading;
import org.ohmstead.pricing.engine.Priced;
import org.ohmstead.pricing.engine.PricedLine.Part;
import org.ohmstead.pricing.engine.Pricing;
import org.ohmstead.pricing.tariff.Dimension;
import org.ohmstead.pricing.tariff.PriceComponent;
import org.ohmstead.pricing.tariff.Restrictions;
import org.ohmstead.pricing.tariff.SimpleTariff;
import org.ohmstead.pricing.tariff.Tariff;
import org.ohmstead.pricing.tariff.TariffElement;

/** Sessions of our own: registers, and what the vehicle did. */
class MeteredSessionTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Instant TEN = Instant.parse("2026-01-12T10:00:00Z");

    private static Instant minutes(int minutes) {
        return TEN.plusSeconds(60L * minutes);
    }

    private static Reading register(int minutes, String kwh) {
        return Reading.of(minutes(minutes), new BigDecimal(kwh));
    }

    private static Charge charge(int minutes, Reading... readings) {
        List<ChargePart> parts = new MeteredSession(TEN, minutes(minutes), List.of(readings)).parts();
        return new Charge(ZoneId.of("UTC"), EUR, TEN, minutes(minutes), parts, false);
    }

    private static BigDecimal number(String number) {
        return new BigDecimal(number);
    }

    @Test
    void charging_parking_and_a_pause_by_the_station_are_told_apart() {
        Charge charge = charge(
                120,
                register(0, "100"),
                Reading.of(minutes(0), Activity.CHARGING),
                register(60, "110"),
                Reading.of(minutes(60), Activity.PAUSED),
                Reading.of(minutes(90), Activity.PARKED),
                register(120, "110"));
        assertThat(charge.total(Phase.SESSION).charging()).isEqualByComparingTo("3600");
        assertThat(charge.total(Phase.SESSION).parking()).isEqualByComparingTo("1800");
        assertThat(charge.total(Phase.SESSION).kwh()).isEqualByComparingTo("10");
        Tariff tariff = new SimpleTariff(EUR, number("0.5"), number("2"), number("1"), number("6"), 600, null).full();
        Priced priced = Pricing.price(tariff, charge);
        // 10 kWh x 0.5, 1 h x 2, 1 fee, (30 - 10) min x 6/h
        assertThat(priced.of(Part.ENERGY).exclVat()).isEqualByComparingTo("5");
        assertThat(priced.of(Part.TIME).exclVat()).isEqualByComparingTo("2");
        assertThat(priced.of(Part.PARKING).exclVat()).isEqualByComparingTo("2");
        assertThat(priced.total().exclVat()).isEqualByComparingTo("10");
    }

    @Test
    void energy_between_two_readings_grows_evenly() {
        Charge charge = charge(60, register(0, "5"), Reading.of(minutes(15), Activity.PARKED), register(60, "9"));
        assertThat(charge.parts())
                .filteredOn(part -> part.seconds().signum() > 0)
                .extracting(part -> part.volumes().kwh().stripTrailingZeros().toPlainString())
                .containsExactly("1", "3");
    }

    @Test
    void what_was_counted_before_the_first_reading_and_after_the_last_is_not_known() {
        Charge charge = charge(60, register(20, "5"), register(40, "9"));
        assertThat(charge.total(Phase.SESSION).kwh()).isEqualByComparingTo("4");
        assertThat(charge.total(Phase.SESSION).charging()).isEqualByComparingTo("3600");
    }

    @Test
    void a_reading_outside_the_session_counts_at_its_start_or_end() {
        Charge charge = charge(60, register(-5, "5"), register(70, "9"));
        assertThat(charge.total(Phase.SESSION).kwh()).isEqualByComparingTo("4");
        assertThat(charge.parts().getFirst().from()).isEqualTo(TEN);
        assertThat(charge.parts().getLast().to()).isEqualTo(minutes(60));
    }

    @Test
    void a_session_without_readings_has_charged_all_the_time() {
        Charge charge = charge(60);
        assertThat(charge.total(Phase.SESSION).charging()).isEqualByComparingTo("3600");
        assertThat(charge.total(Phase.SESSION).kwh()).isZero();
    }

    @Test
    void a_session_without_parts_is_a_session_still() {
        Charge charge = new Charge(ZoneId.of("UTC"), EUR, TEN, TEN, List.of(), true);
        Tariff fee = new SimpleTariff(EUR, null, null, BigDecimal.ONE, null, 0, null).full();
        assertThat(Pricing.price(fee, charge).total().exclVat()).isEqualByComparingTo("1");
        assertThat(charge.isSuspect()).isTrue();
    }

    @Test
    void power_and_current_stay_until_a_reading_says_otherwise_and_are_none_while_it_is_parked() {
        Charge charge = charge(
                60,
                new Reading(TEN, number("0"), null, number("16"), number("11")),
                register(30, "5"),
                Reading.of(minutes(40), Activity.PARKED),
                register(60, "5"));
        assertThat(charge.parts())
                .filteredOn(part -> part.seconds().signum() > 0)
                .extracting(part ->
                        part.knownCurrent().low() + " A " + part.knownPower().high() + " kW")
                .containsExactly("16 A 11 kW", "16 A 11 kW", "0 A 0 kW");
    }

    @Test
    void a_reservation_before_it_is_a_part_of_its_own() {
        List<ChargePart> parts = new ArrayList<>(new MeteredSession(minutes(15), minutes(75), List.of()).parts());
        parts.add(MeteredSession.reservation(TEN, minutes(15)));
        Charge charge = new Charge(ZoneId.of("UTC"), EUR, TEN, minutes(75), parts, false);
        assertThat(charge.parts().getFirst().phase()).isEqualTo(Phase.RESERVATION);
        assertThat(charge.sessionStart()).isEqualTo(minutes(15));
        assertThat(charge.total(Phase.RESERVATION).reserved()).isEqualByComparingTo("900");
        assertThat(charge.until(minutes(10)).hasSession()).isFalse();
        assertThat(charge.until(minutes(20)).total(Phase.SESSION).charging()).isEqualByComparingTo("300");
    }

    @Test
    void ten_thousand_readings_cost_what_two_do() {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i <= 10_000; i++) {
            readings.add(Reading.of(TEN.plusSeconds(6L * i), BigDecimal.valueOf(7L * i, 3)));
        }
        Instant end = TEN.plusSeconds(60_000);
        Tariff tariff = Tariff.of(
                EUR,
                List.of(new TariffElement(
                        List.of(
                                new PriceComponent(Dimension.ENERGY, number("0.333"), number("20"), 1000),
                                new PriceComponent(Dimension.TIME, number("1.111"), number("20"), 900)),
                        Restrictions.NONE)));
        Charge many =
                new Charge(ZoneId.of("UTC"), EUR, TEN, end, new MeteredSession(TEN, end, readings).parts(), false);
        Charge two = new Charge(
                ZoneId.of("UTC"),
                EUR,
                TEN,
                end,
                new MeteredSession(TEN, end, List.of(readings.getFirst(), readings.getLast())).parts(),
                false);
        Priced priced = Pricing.price(tariff, many);
        assertThat(priced.lines()).hasSize(2);
        assertThat(priced.total()).isEqualTo(Pricing.price(tariff, two).total());
        // 70 kWh x 0.333, 60,000 s up to 67 quarters of an hour x 1.111
        assertThat(priced.total().rounded(4, RoundingMode.HALF_UP).exclVat()).isEqualByComparingTo("41.9193");
    }
}
