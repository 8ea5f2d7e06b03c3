package org.ohmstead.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.pricing.charge.Activity;
import org.ohmstead.pricing.charge.Charge;
import org.ohmstead.pricing.charge.Exact;
import org.ohmstead.pricing.charge.MeteredSession;
import org.ohmstead.pricing.charge.Reading;
import org.ohmstead.pricing.ocpi.Fields;

/** A session that nobody had: it charges with the same power until it has its energy, and stays parked until it is over. */
@Schema(name = "MadeUpSession")
public record MadeUpSession(
        @Schema(required = true) @Nullable Instant start,

        @Schema(
                description = "While it charges",
                required = true,
                minimum = "1",
                maximum = "10000000",
                examples = "22000")
        @Nullable
        BigDecimal powerW,

        @Schema(
                description = "After this it charges no more and is parked. Absent: it charges all the time",
                minimum = "0",
                examples = "40000")
        @Nullable
        BigDecimal energyWh,

        @Schema(
                description = "Until it leaves, up to 7 days. Absent: until it has its energy",
                minimum = "0",
                maximum = "604800",
                examples = "14400")
        @Nullable
        Integer durationSeconds) {
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
    private static final BigDecimal MOST_W = BigDecimal.valueOf(10_000_000);
    private static final int MOST_SECONDS = (int) Duration.ofDays(7).toSeconds();

    Charge charge(String path, ZoneId zone, Currency currency) {
        Instant begin = Fields.required(path + ".start", start);
        BigDecimal power = Fields.required(path + ".powerW", Fields.number(path + ".powerW", powerW));
        if (power.compareTo(BigDecimal.ONE) < 0 || power.compareTo(MOST_W) > 0) {
            throw Refused.invalid(
                    path + ".powerW", path + ".powerW is " + power + "; allowed are 1 to " + MOST_W + ".");
        }
        BigDecimal needed = charging(path, power);
        int stays = stays(path, needed);
        BigDecimal charges = needed == null ? BigDecimal.valueOf(stays) : needed.min(BigDecimal.valueOf(stays));
        Instant full = Exact.after(begin, charges);
        Instant end = begin.plusSeconds(stays);
        List<Reading> readings = new ArrayList<>();
        BigDecimal kwh = Exact.settled(Exact.quotient(power.multiply(charges), SECONDS_PER_HOUR))
                .movePointLeft(3);
        readings.add(new Reading(begin, BigDecimal.ZERO, Activity.CHARGING, null, power.movePointLeft(3)));
        readings.add(new Reading(full, kwh, full.isBefore(end) ? Activity.PARKED : null, null, null));
        return new Charge(zone, currency, begin, end, new MeteredSession(begin, end, readings).parts(), false);
    }

    /** How long it would charge, in s; null: all the time. */
    private @Nullable BigDecimal charging(String path, BigDecimal power) {
        BigDecimal energy = Fields.amount(path + ".energyWh", energyWh);
        return energy == null ? null : Exact.settled(Exact.quotient(energy.multiply(SECONDS_PER_HOUR), power));
    }

    private int stays(String path, @Nullable BigDecimal needed) {
        if (durationSeconds == null && needed == null) {
            throw Refused.invalid(
                    path + ".durationSeconds", path + " has neither energyWh nor durationSeconds; send one of them.");
        }
        if (durationSeconds != null) {
            if (durationSeconds < 0 || durationSeconds > MOST_SECONDS) {
                throw Refused.invalid(
                        path + ".durationSeconds",
                        path + ".durationSeconds is " + durationSeconds + "; allowed are 0 to " + MOST_SECONDS + ".");
            }
            return durationSeconds;
        }
        BigDecimal all = needed == null ? BigDecimal.ZERO : needed.setScale(0, RoundingMode.CEILING);
        if (all.compareTo(BigDecimal.valueOf(MOST_SECONDS)) > 0) {
            throw Refused.invalid(
                    path + ".energyWh",
                    path + ".energyWh takes " + all + " s with this power; allowed are up to " + MOST_SECONDS + ".");
        }
        return all.intValueExact();
    }
}
