package org.ohmstead.charging.readings;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What meters show of currents and voltages, and what currents say about power where a station reports none: as a bound, the most. */
final class Currents {
    private static final String CURRENT = "Current.Import";
    private static final String VOLTAGE = "Voltage";
    /** A little above the nominal voltage between a phase and neutral, where none is reported. */
    private static final BigDecimal NOMINAL = BigDecimal.valueOf(250);
    /** No phase against neutral has more, so a higher one is that of direct current, or between two phases. */
    private static final BigDecimal MOST_OF_A_PHASE = BigDecimal.valueOf(300);

    private static final BigDecimal PHASES = BigDecimal.valueOf(3);

    private Currents() {}

    /** The first value of each phase; one against neutral is that of the phase. */
    static Map<String, BigDecimal> byPhase(List<Sample> samples, Function<Sample, Optional<BigDecimal>> value) {
        Map<String, BigDecimal> currents = new TreeMap<>();
        for (Sample sample : samples) {
            if (CURRENT.equals(sample.measurand())) {
                String phase = sample.phase() == null ? "total" : sample.phase().replaceFirst("-N$", "");
                value.apply(sample).ifPresent(amperes -> currents.putIfAbsent(phase, amperes));
            }
        }
        return currents;
    }

    /** The highest in V; null: none is shown. */
    static @Nullable BigDecimal voltage(List<Sample> samples, Function<Sample, Optional<BigDecimal>> value) {
        return samples.stream()
                .filter(sample -> VOLTAGE.equals(sample.measurand()))
                .flatMap(sample -> value.apply(sample).stream())
                .max(BigDecimal::compareTo)
                .orElse(null);
    }

    /** @return in W; null: there are none */
    static @Nullable BigDecimal most(List<Sample> samples, Function<Sample, Optional<BigDecimal>> value) {
        Map<String, BigDecimal> currents = new HashMap<>();
        BigDecimal voltage = null;
        for (Sample sample : samples) {
            BigDecimal number = value.apply(sample).map(BigDecimal::abs).orElse(null);
            if (number != null && VOLTAGE.equals(sample.measurand())) {
                voltage = voltage == null ? number : voltage.max(number);
            } else if (number != null && CURRENT.equals(sample.measurand())) {
                currents.merge(sample.phase() == null ? "" : sample.phase(), number, BigDecimal::max);
            }
        }
        BigDecimal volts = voltage == null ? NOMINAL : voltage.max(NOMINAL);
        return currents.isEmpty()
                ? null
                : MeterNormaliser.plain(amperes(currents, volts).multiply(volts));
    }

    /** A current without a phase is that of each phase, as far as anybody knows; direct current has none. */
    private static BigDecimal amperes(Map<String, BigDecimal> currents, BigDecimal volts) {
        BigDecimal whole = currents.get("");
        if (whole != null) {
            return volts.compareTo(MOST_OF_A_PHASE) > 0 ? whole : whole.multiply(PHASES);
        }
        return sum(currents.entrySet().stream()
                .filter(current -> !current.getKey().equals("N"))
                .map(Map.Entry::getValue)
                .toList());
    }

    private static BigDecimal sum(Collection<BigDecimal> all) {
        return all.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
