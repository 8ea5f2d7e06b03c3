package org.ohmstead.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.ohmstead.pricing.charge.Activity;
import org.ohmstead.pricing.charge.Charge;
import org.ohmstead.pricing.charge.ChargePart;
import org.ohmstead.pricing.charge.Exact;
import org.ohmstead.pricing.charge.MeteredSession;
import org.ohmstead.pricing.charge.Reading;
import org.ohmstead.pricing.charge.Volumes;
import org.ohmstead.pricing.engine.Cost;
import org.ohmstead.pricing.engine.Priced;
import org.ohmstead.pricing.engine.PricedLine.Part;
import org.ohmstead.pricing.engine.Pricing;
import org.ohmstead.pricing.ocpi.TariffForm;
import org.ohmstead.pricing.tariff.Dates;
import org.ohmstead.pricing.tariff.Dimension;
import org.ohmstead.pricing.tariff.Price;
import org.ohmstead.pricing.tariff.PriceComponent;
import org.ohmstead.pricing.tariff.Range;
import org.ohmstead.pricing.tariff.Restrictions;
import org.ohmstead.pricing.tariff.SimpleTariff;
import org.ohmstead.pricing.tariff.Tariff;
import org.ohmstead.pricing.tariff.TariffElement;
import org.ohmstead.pricing.tariff.TimeOfDay;

/** What holds of every tariff and every session. */
class PricingPropertiesTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** The evening before clocks go back. */
    private static final Instant START = Instant.parse("2026-10-24T18:00:00Z");

    @Property(tries = 300)
    void a_part_split_in_two_costs_the_same(
            @ForAll("tariffs") Tariff tariff,
            @ForAll("charges") Charge charge,
            @ForAll @IntRange(min = 1, max = 99) int at) {
        List<ChargePart> split = new ArrayList<>();
        for (ChargePart part : charge.parts()) {
            Instant moment = Exact.after(part.from(), part.seconds().multiply(BigDecimal.valueOf(at, 2)));
            ChargePart first = part.until(moment);
            split.add(first);
            split.add(part.piece(moment, part.to(), part.volumes().minus(first.volumes())));
        }
        Priced whole = Pricing.price(tariff, charge);
        Priced halves = Pricing.price(tariff, with(charge, split));
        assertThat(rounded(halves)).isEqualTo(rounded(whole));
        assertThat(halves.lines()).hasSameSizeAs(whole.lines());
    }

    @Property(tries = 100)
    void readings_in_another_order_make_the_same_parts(
            @ForAll("readings") List<Reading> readings, @ForAll Random random) {
        List<Reading> shuffled = new ArrayList<>(readings);
        Collections.shuffle(shuffled, random);
        assertThat(session(shuffled).parts()).isEqualTo(session(readings).parts());
    }

    @Property(tries = 200)
    void a_credit_is_the_exact_negative(@ForAll("tariffs") Tariff tariff, @ForAll("charges") Charge charge) {
        Cost total = Pricing.price(tariff, charge).total();
        assertThat(total.negated().rounded(2, RoundingMode.HALF_UP))
                .isEqualTo(total.rounded(2, RoundingMode.HALF_UP).negated());
        assertThat(total.plus(total.negated()).exclVat()).isZero();
    }

    @Property(tries = 200)
    void more_energy_never_costs_less_where_nothing_is_restricted(
            @ForAll("components") List<PriceComponent> components,
            @ForAll("charges") Charge charge,
            @ForAll @IntRange(min = 0, max = 5000) int moreWh) {
        Tariff tariff = Tariff.of(EUR, List.of(new TariffElement(components, Restrictions.NONE)));
        ChargePart last = charge.parts().getLast();
        List<ChargePart> more = new ArrayList<>(charge.parts());
        more.set(
                more.size() - 1,
                last.piece(
                        last.from(),
                        last.to(),
                        new Volumes(
                                last.volumes().kwh().add(BigDecimal.valueOf(moreWh, 3)),
                                last.volumes().charging(),
                                last.volumes().parking(),
                                last.volumes().reserved())));
        assertThat(Pricing.price(tariff, with(charge, more)).total().exclVat())
                .isGreaterThanOrEqualTo(Pricing.price(tariff, charge).total().exclVat());
    }

    @Property(tries = 200)
    void the_zone_changes_nothing_where_no_restriction_is_of_the_calendar(
            @ForAll("tariffs") Tariff tariff, @ForAll("charges") Charge charge) {
        Tariff timeless = Tariff.of(
                EUR,
                tariff.elements().stream()
                        .filter(element -> !element.restrictions().isOfTheCalendar())
                        .toList());
        Charge elsewhere =
                new Charge(ZoneId.of("Pacific/Auckland"), EUR, charge.start(), charge.end(), charge.parts(), false);
        assertThat(rounded(Pricing.price(timeless, elsewhere))).isEqualTo(rounded(Pricing.price(timeless, charge)));
    }

    @Property(tries = 200)
    void the_total_is_the_sum_of_its_parts(@ForAll("tariffs") Tariff tariff, @ForAll("charges") Charge charge) {
        Priced priced = Pricing.price(tariff, charge);
        Cost sum = Cost.ZERO;
        for (Part part : Part.values()) {
            sum = sum.plus(priced.of(part));
        }
        assertThat(sum.exclVat()).isEqualByComparingTo(priced.total().exclVat());
        assertThat(sum.inclVat()).isEqualByComparingTo(priced.total().inclVat());
        assertThat(priced.of(Part.LIMIT)).isEqualTo(Cost.ZERO);
    }

    @Property(tries = 200)
    void lines_to_be_paid_are_whole_units_and_together_what_is_to_be_paid(
            @ForAll("tariffs") Tariff tariff, @ForAll("charges") Charge charge) {
        Priced priced = Pricing.price(tariff, charge);
        List<Cost> lines = priced.payableLines(RoundingMode.HALF_UP);
        Cost sum = lines.stream().reduce(Cost.ZERO, Cost::plus);
        Cost payable = priced.payable(RoundingMode.HALF_UP);
        assertThat(sum.exclVat()).isEqualByComparingTo(payable.exclVat());
        assertThat(sum.inclVat()).isEqualByComparingTo(payable.inclVat());
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i).exclVat().scale()).isEqualTo(2);
            assertThat(lines.get(i)
                            .exclVat()
                            .subtract(priced.lines().get(i).cost().exclVat())
                            .abs())
                    .isLessThanOrEqualTo(new BigDecimal("0.01"));
        }
    }

    @Property(tries = 200)
    void limits_hold_without_and_with_tax(
            @ForAll("tariffs") Tariff tariff,
            @ForAll("charges") Charge charge,
            @ForAll @IntRange(min = 0, max = 3000) int min,
            @ForAll @IntRange(min = 0, max = 3000) int above) {
        Price least = new Price(BigDecimal.valueOf(min, 2), BigDecimal.valueOf(min + 20, 2));
        Price most = new Price(BigDecimal.valueOf(min + above, 2), BigDecimal.valueOf(min + above + 40, 2));
        Tariff limited = new Tariff(
                tariff.name(), EUR, null, tariff.validity(), new Tariff.Limits(least, most), tariff.elements());
        Cost total = Pricing.price(limited, charge).total();
        assertThat(total.exclVat()).isBetween(least.exclVat(), most.exclVat());
        assertThat(total.inclVat()).isBetween(least.inclVat(), most.inclVat());
    }

    @Property(tries = 200)
    void what_has_been_until_the_end_is_all(@ForAll("tariffs") Tariff tariff, @ForAll("charges") Charge charge) {
        assertThat(rounded(Pricing.price(tariff, charge.until(charge.end()))))
                .isEqualTo(rounded(Pricing.price(tariff, charge)));
    }

    @Property(tries = 200)
    void a_tariff_comes_back_from_its_json(@ForAll("tariffs") Tariff tariff) {
        assertThat(TariffForm.read("tariff", TariffForm.write(tariff))).isEqualTo(tariff);
    }

    @Property(tries = 200)
    void a_simple_tariff_comes_back_from_its_full_form(@ForAll("simple") SimpleTariff simple) {
        assertThat(SimpleTariff.of(simple.full()))
                .hasValueSatisfying(again -> assertThat(again.full()).isEqualTo(simple.full()));
    }

    private static Charge with(Charge charge, List<ChargePart> parts) {
        return new Charge(charge.zone(), charge.currency(), charge.start(), charge.end(), parts, false);
    }

    private static Cost rounded(Priced priced) {
        return priced.total().rounded(4, RoundingMode.HALF_UP);
    }

    private static MeteredSession session(List<Reading> readings) {
        return new MeteredSession(START, START.plusSeconds(60_000), readings);
    }

    @Provide
    static Arbitrary<Tariff> tariffs() {
        Arbitrary<TariffElement> element =
                Combinators.combine(components(), restrictions()).as(TariffElement::new);
        return element.list().ofMinSize(1).ofMaxSize(6).map(elements -> Tariff.of(EUR, elements));
    }

    @Provide
    static Arbitrary<List<PriceComponent>> components() {
        return Combinators.combine(
                        Arbitraries.of(Dimension.class),
                        Arbitraries.integers().between(0, 9999).map(price -> BigDecimal.valueOf(price, 3)),
                        Arbitraries.of(0, 5, 12, 20).map(BigDecimal::valueOf).injectNull(0.2),
                        Arbitraries.of(0, 1, 7, 60, 300, 900))
                .as(PriceComponent::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private static Arbitrary<Restrictions> restrictions() {
        Arbitrary<TimeOfDay> time =
                Combinators.combine(timesOfDay(), timesOfDay()).as(TimeOfDay::new);
        Arbitrary<Set<DayOfWeek>> days =
                Arbitraries.of(Set.of(), Set.of(DayOfWeek.SATURDAY), EnumSet.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY));
        return Combinators.combine(time, days, range(40), range(70_000), range(20_000), range(25))
                .as((of, on, kwh, duration, parking, power) ->
                        new Restrictions(of, Dates.ALWAYS, on, kwh, Range.ANY, power, duration, parking, null));
    }

    private static Arbitrary<LocalTime> timesOfDay() {
        return Arbitraries.integers()
                .between(0, 95)
                .map(quarter -> LocalTime.ofSecondOfDay(quarter * 900L))
                .injectNull(0.5);
    }

    private static Arbitrary<Range> range(int most) {
        Arbitrary<BigDecimal> end =
                Arbitraries.integers().between(0, most).map(BigDecimal::valueOf).injectNull(0.7);
        return Combinators.combine(end, end).as(Range::new);
    }

    @Provide
    static Arbitrary<Charge> charges() {
        return readings()
                .map(readings -> new Charge(
                        BERLIN,
                        EUR,
                        START,
                        START.plusSeconds(60_000),
                        session(readings).parts(),
                        false));
    }

    /** A register that grows, with what the vehicle does. */
    @Provide
    static Arbitrary<List<Reading>> readings() {
        Arbitrary<Reading> step = Combinators.combine(
                        Arbitraries.integers().between(0, 6000),
                        Arbitraries.integers().between(0, 9000),
                        Arbitraries.of(Activity.class).injectNull(0.5))
                .as((seconds, wh, activity) ->
                        new Reading(Instant.ofEpochSecond(seconds), BigDecimal.valueOf(wh, 3), activity, null, null));
        return step.list().ofMaxSize(10).map(steps -> {
            List<Reading> readings = new ArrayList<>();
            Instant at = START;
            BigDecimal register = BigDecimal.TEN;
            for (Reading each : steps) {
                at = at.plusSeconds(each.at().getEpochSecond());
                register = register.add(each.registerKwh());
                readings.add(new Reading(at, register, each.activity(), null, null));
            }
            return readings;
        });
    }

    @Provide
    static Arbitrary<SimpleTariff> simple() {
        Arbitrary<BigDecimal> price = Arbitraries.integers()
                .between(0, 900)
                .map(cents -> BigDecimal.valueOf(cents, 2))
                .injectNull(0.4);
        return Combinators.combine(
                        price,
                        price,
                        price,
                        price,
                        Arbitraries.of(0, 60, 900),
                        Arbitraries.of(0, 20).map(BigDecimal::valueOf).injectNull(0.3))
                .as((energy, time, session, idle, grace, vat) ->
                        new SimpleTariff(EUR, energy, time, session, idle, grace, vat));
    }
}
