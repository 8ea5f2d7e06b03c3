package org.ohmstead.smartcharging.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every composite schedule, whatever the profiles; a failure names the seed that makes them again. */
class CompositionPropertiesTest {
    private static final int TRIES = 40;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void splitting_a_period_never_changes_the_result(long seed) {
        SomeProfiles some = new SomeProfiles(seed);
        for (int i = 0; i < TRIES; i++) {
            List<Profile> profiles = some.profiles();
            StationFacts station = some.station();
            Window window = some.window();
            RateUnit unit = some.unit();
            List<Profile> split = profiles.stream()
                    .map(profile -> profile.timing().kind() == Kind.DYNAMIC ? profile : split(profile, some))
                    .toList();

            Composition whole = new Composition(profiles, station, window, unit);
            Composition parts = new Composition(split, station, window, unit);

            assertThat(parts.evse(1)).isEqualTo(whole.evse(1));
            assertThat(parts.station()).isEqualTo(whole.station());
        }
    }

    private static Profile split(Profile profile, SomeProfiles some) {
        Schedule schedule = profile.schedules().getFirst();
        List<Period> periods = new ArrayList<>(schedule.periods());
        int chosen = some.below(periods.size());
        Period period = periods.get(chosen);
        Duration next = chosen + 1 < periods.size()
                ? periods.get(chosen + 1).start()
                : period.start().plusHours(9);
        long seconds = next.minus(period.start()).toSeconds();
        Duration cut = period.start().plusSeconds(1 + some.below((int) seconds - 1));
        periods.add(chosen + 1, new Period(cut, period.rates(), period.phases(), period.phaseToUse(), period.mode()));
        return new Profile(
                profile.id(),
                profile.evse(),
                profile.slot(),
                profile.timing(),
                List.of(new Schedule(
                        schedule.id(),
                        schedule.unit(),
                        schedule.start(),
                        schedule.length(),
                        schedule.localTime(),
                        schedule.limitAtSoc(),
                        periods)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void asking_about_two_halves_tells_what_asking_about_the_whole_does(long seed) {
        SomeProfiles some = new SomeProfiles(seed);
        for (int i = 0; i < TRIES; i++) {
            // what counts from the moment of the question differs between questions, and rightly so
            List<Profile> profiles = some.profiles().stream()
                    .filter(profile -> profile.timing().kind() != Kind.RELATIVE || profile.evse() > 0)
                    .toList();
            StationFacts station = some.busyStation();
            Window window = some.window();
            Instant middle = some.within(window);
            if (!middle.isAfter(window.from())) {
                continue;
            }
            int evse = some.evse();
            RateUnit unit = some.unit();

            Composite whole = new Composition(profiles, station, window, unit).evse(evse);
            Composite first = new Composition(profiles, station, new Window(window.from(), middle), unit).evse(evse);
            Composite second = new Composition(profiles, station, new Window(middle, window.to()), unit).evse(evse);

            for (Instant each : moments(window, some)) {
                Composite half = each.isBefore(middle) ? first : second;
                assertThat(half.at(each).rates())
                        .as("at %s", each)
                        .isEqualTo(whole.at(each).rates());
            }
        }
    }

    private static List<Instant> moments(Window window, SomeProfiles some) {
        return Stream.generate(() -> some.within(window)).limit(30).toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_result_covers_exactly_what_was_asked_for(long seed) {
        SomeProfiles some = new SomeProfiles(seed);
        for (int i = 0; i < TRIES; i++) {
            Window window = some.window();
            Composition composition = new Composition(some.profiles(), some.station(), window, some.unit());
            for (Composite composite : List.of(composition.evse(1), composition.evse(2), composition.station())) {
                List<CompositePeriod> periods = composite.periods();
                assertThat(periods.getFirst().from()).isEqualTo(window.from());
                assertThat(periods.getLast().from()).isBefore(window.to());
                for (int p = 1; p < periods.size(); p++) {
                    assertThat(periods.get(p - 1).from())
                            .isBefore(periods.get(p).from());
                    assertThat(periods.get(p).saysTheSameAs(periods.get(p - 1)))
                            .as("neighbours are equal")
                            .isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_limit_is_ever_exceeded(long seed) {
        SomeProfiles some = new SomeProfiles(seed);
        for (int i = 0; i < TRIES; i++) {
            List<Profile> profiles = some.profiles().stream()
                    .filter(profile -> profile.purpose() != Purpose.LOCAL_GENERATION)
                    .toList();
            StationFacts station = some.station();
            Window window = some.window();
            RateUnit unit = some.unit();
            Composition composition = new Composition(profiles, station, window, unit);
            Stacks stacks = new Stacks(profiles, station, window);
            EvseFacts evse = station.evse(some.evse());
            Composite own = composition.evse(evse.evse());
            Composite whole = composition.station();

            for (Instant each : moments(window, some)) {
                CompositePeriod holds = own.at(each);
                assertObeys(stacks.base(evse).at(each), holds, evse.supply(), unit);
                assertObeys(stacks.external(evse.evse()).at(each), holds, evse.supply(), unit);
                assertObeys(stacks.external(0).at(each), holds, evse.supply(), unit);
                assertObeys(stacks.stationMax().at(each), holds, evse.supply(), unit);
                assertObeys(stacks.external(0).at(each), whole.at(each), station.supply(), unit);
                assertObeys(stacks.stationMax().at(each), whole.at(each), station.supply(), unit);
                assertSetpointIsWithin(holds.rates());
            }
        }
    }

    /** In the unit of the limit: the power that charging so makes, on the phases that charge. */
    private static void assertObeys(Leading leading, CompositePeriod holds, Supply supply, RateUnit unit) {
        Rate limit = leading == null ? null : leading.period().rates().limit();
        if (limit == null) {
            return;
        }
        Rate drawn = Objects.requireNonNull(holds.rates().limit(), "somebody limits, and the result does not");
        int phases = holds.phases() == null ? supply.phases() : Math.min(holds.phases(), supply.phases());
        BigDecimal inItsUnit =
                drawn.convert(unit, leading.schedule().unit(), supply, phases).value();
        assertThat(inItsUnit).isLessThanOrEqualTo(limit.value());
    }

    private static void assertSetpointIsWithin(Rates rates) {
        if (rates.setpoint() != null && rates.discharge() != null && rates.limit() != null) {
            assertThat(rates.setpoint().value())
                    .isBetween(rates.discharge().value(), rates.limit().value());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void units_there_and_back(long seed) {
        SomeProfiles some = new SomeProfiles(seed);
        for (int i = 0; i < TRIES; i++) {
            Rate amperes = Rate.of(some.current());
            for (int phases = 1; phases <= 3; phases++) {
                Rate watts = amperes.convert(RateUnit.AMPERE, RateUnit.WATT, Supply.USUAL, phases);
                assertThat(watts.convert(RateUnit.WATT, RateUnit.AMPERE, Supply.USUAL, phases))
                        .isEqualTo(amperes);
                Rate odd = Rate.of(some.current());
                Rate back = odd.convert(RateUnit.WATT, RateUnit.AMPERE, Supply.USUAL, phases)
                        .convert(RateUnit.AMPERE, RateUnit.WATT, Supply.USUAL, phases);
                assertThat(back.value()).isLessThanOrEqualTo(odd.value());
            }
        }
    }
}
