package org.ohmstead.charging.readings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.session.Quantities;
import org.ohmstead.charging.session.RegisterPoint;
import org.ohmstead.ocpp.codec.values.Decimals;

/**
 * The one place where units, multipliers, phases and locations of all versions meet. The words it knows are those that 1.6
 * and 2.x share for samples.
 */
public final class MeterNormaliser {
    static final String ENERGY = "Energy.Active.Import.Register";
    /** A register as well (2.x, MeasurandEnumType), of import less export; read where there is no other. */
    private static final String NET = "Energy.Active.Net";

    private static final String INTERVAL = "Energy.Active.Import.Interval";
    public static final String BEGIN = "Transaction.Begin";
    public static final String END = "Transaction.End";
    private static final String POWER = "Power.Active.Import";
    private static final String POWER_BACK = "Power.Active.Export";
    private static final String SOC = "SoC";
    private static final String SOC_SHOWN = "Display.PresentSOC";
    /** No value of a meter has more digits on either side of its point; beyond it, a text is an attack or a defect. */
    private static final int DIGITS = 18;
    /** 10^9: from nano to giga. */
    private static final int LARGEST_MULTIPLIER = 9;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Quantities of(List<Sample> samples) {
        String form = has(samples, ENERGY) ? ENERGY : has(samples, INTERVAL) ? INTERVAL : NET;
        String register = INTERVAL.equals(form) ? ENERGY : form;
        String context = mainContext(samples, form);
        BigDecimal energy = quantity(samples, register, inContext(context));
        BigDecimal other = energy == null ? null : otherThan(energy, samples, register, context);
        BigDecimal begin = BEGIN.equals(context) ? null : quantity(samples, register, inContext(BEGIN));
        BigDecimal interval = quantity(samples, INTERVAL, inContext(context));
        BigDecimal power = power(samples, context);
        return new Quantities(
                context,
                other == null || energy == null ? energy : energy.max(other),
                other == null || energy == null ? other : energy.min(other),
                begin,
                interval == null ? quantity(samples, INTERVAL, any -> true) : interval,
                power,
                power == null ? Currents.most(samples, MeterNormaliser::value) : power.max(BigDecimal.ZERO),
                soc(samples));
    }

    /** In A, by phase. @param samples the newest first */
    static Map<String, BigDecimal> currents(List<Sample> samples) {
        return Currents.byPhase(samples, MeterNormaliser::value);
    }

    /** The highest in V; null: none is shown. */
    static @Nullable BigDecimal voltage(List<Sample> samples) {
        return Currents.voltage(samples, MeterNormaliser::value);
    }

    private static boolean has(List<Sample> samples, String measurand) {
        return samples.stream().anyMatch(sample -> measurand.equals(measurand(sample)));
    }

    /** A second value of the same register, further from it than a register in tenths of kWh is from one in Wh. */
    private static @Nullable BigDecimal otherThan(
            BigDecimal first, List<Sample> samples, String register, @Nullable String context) {
        List<Sample> fitting = fitting(samples, register, inContext(context));
        int nearest = distance(fitting.getFirst());
        return fitting.stream()
                .filter(sample -> distance(sample) == nearest && sample.phase() == null)
                .flatMap(sample -> value(sample).stream())
                .filter(value -> value.subtract(first).abs().compareTo(RegisterPoint.COARSE) > 0)
                .findFirst()
                .orElse(null);
    }

    /**
     * The context whose values count, where one reading holds several: some stations send the values of the begin once more
     * beside those of the end.
     */
    private static @Nullable String mainContext(List<Sample> samples, String form) {
        return samples.stream()
                .filter(sample -> form.equals(measurand(sample)))
                .min(Comparator.comparingInt(MeterNormaliser::rank))
                .or(() -> samples.stream().min(Comparator.comparingInt(MeterNormaliser::rank)))
                .map(Sample::context)
                .orElse(null);
    }

    private static int rank(Sample sample) {
        return END.equals(sample.context()) ? 0 : BEGIN.equals(sample.context()) ? 2 : 1;
    }

    private static Predicate<Sample> inContext(@Nullable String context) {
        return sample -> context == null ? sample.context() == null : context.equals(sample.context());
    }

    private static @Nullable BigDecimal power(List<Sample> samples, @Nullable String context) {
        BigDecimal in = quantity(samples, POWER, inContext(context));
        in = in == null ? quantity(samples, POWER, any -> true) : in;
        BigDecimal back = quantity(samples, POWER_BACK, any -> true);
        if (back == null || back.signum() == 0) {
            return in;
        }
        return in == null ? back.abs().negate() : in.subtract(back.abs());
    }

    private static @Nullable BigDecimal soc(List<Sample> samples) {
        BigDecimal percent = quantity(samples, SOC, any -> true);
        percent = percent == null ? quantity(samples, SOC_SHOWN, any -> true) : percent;
        return percent == null || percent.signum() < 0 || percent.compareTo(HUNDRED) > 0 ? null : percent;
    }

    /**
     * The value of a measurand at the best location: the total, or the sum of the phases where there is none (field note 113).
     */
    private static @Nullable BigDecimal quantity(List<Sample> samples, String measurand, Predicate<Sample> which) {
        List<Sample> fitting = fitting(samples, measurand, which);
        if (fitting.isEmpty()) {
            return null;
        }
        int nearest = distance(fitting.getFirst());
        List<Sample> there =
                fitting.stream().filter(sample -> distance(sample) == nearest).toList();
        return there.stream()
                .filter(sample -> sample.phase() == null)
                .findFirst()
                .flatMap(MeterNormaliser::value)
                .orElseGet(() -> sumOfPhases(there));
    }

    /** Those nearest to the outlet first. */
    private static List<Sample> fitting(List<Sample> samples, String measurand, Predicate<Sample> which) {
        return samples.stream()
                .filter(sample -> measurand.equals(measurand(sample))
                        && which.test(sample)
                        && value(sample).isPresent())
                .sorted(Comparator.comparingInt(MeterNormaliser::distance))
                .toList();
    }

    /** How far from the outlet, whose meter is the one that is billed. Absent means Outlet in all versions. */
    private static int distance(Sample sample) {
        return switch (sample.location() == null ? "Outlet" : sample.location()) {
            case "Outlet" -> 0;
            case "Cable" -> 1;
            case "EV" -> 2;
            case "Body" -> 3;
            case "Inlet" -> 4;
            default -> 5;
        };
    }

    /** L1, L2 and L3, each once, either alone or against N: never both, and no pair of conductors. */
    private static @Nullable BigDecimal sumOfPhases(List<Sample> samples) {
        Map<String, BigDecimal> phases = new HashMap<>();
        for (Sample sample : samples) {
            String phase = String.valueOf(sample.phase());
            String conductor = phase.endsWith("-N") ? phase.substring(0, phase.length() - 2) : phase;
            if (conductor.matches("L[123]")) {
                value(sample).ifPresent(value -> phases.putIfAbsent(conductor, value));
            }
        }
        return phases.values().stream().reduce(BigDecimal::add).orElse(null);
    }

    /** Absent means the import register in all versions (field note 111). */
    private static String measurand(Sample sample) {
        return sample.measurand() == null ? ENERGY : sample.measurand();
    }

    /** In Wh, W, A, V or percent, whichever the measurand is of; empty: not a number that a meter can show. */
    private static Optional<BigDecimal> value(Sample sample) {
        if (sample.value() == null || "SignedData".equals(sample.format())) {
            return Optional.empty();
        }
        BigDecimal number = Decimals.read(sample.value().replace(',', '.'));
        int multiplier = sample.multiplier() == null ? 0 : sample.multiplier();
        if (number == null
                || Math.abs((long) number.scale()) > DIGITS
                || number.precision() > 2 * DIGITS
                || Math.abs((long) multiplier) > LARGEST_MULTIPLIER) {
            return Optional.empty();
        }
        return Optional.of(plain(number.scaleByPowerOfTen(multiplier + prefix(sample))));
    }

    /**
     * The power of ten in the unit. Only its prefix counts: where the rest of it contradicts the measurand, such as a power
     * in Wh, the measurand is right (field note 110), and without a unit it is Wh, W or percent (field note 109).
     */
    private static int prefix(Sample sample) {
        String unit = sample.unit() == null ? "" : sample.unit().strip();
        String lower = unit.toLowerCase(Locale.ROOT);
        if (lower.length() < 2 || !(lower.endsWith("w") || lower.endsWith("wh")) || SOC.equals(sample.measurand())) {
            return 0;
        }
        return switch (unit.charAt(0)) {
            case 'k', 'K' -> 3;
            case 'M' -> 6;
            case 'G', 'g' -> 9;
            case 'm' -> -3;
            default -> 0;
        };
    }

    /** At most a millionth of a unit, and no exponent. */
    public static BigDecimal plain(BigDecimal number) {
        BigDecimal rounded = number.scale() > 6 ? number.setScale(6, RoundingMode.HALF_EVEN) : number;
        BigDecimal stripped = rounded.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
