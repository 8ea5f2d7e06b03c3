package org.ohmstead.smartcharging.needs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.smartcharging.schedule.Composite;
import org.ohmstead.smartcharging.schedule.CompositePeriod;
import org.ohmstead.smartcharging.schedule.Rate;
import org.ohmstead.smartcharging.schedule.RateUnit;
import org.ohmstead.smartcharging.schedule.Supply;
import org.ohmstead.smartcharging.schedule.json.Words;

/**
 * What an EV is offered: until it leaves, as much as every limit of the station allows, and not more than it can take. How
 * stations share what is scarce is not decided here.
 *
 * @param steps ascending; the first begins with the window
 * @param wattHours that it allows until its end
 */
record OfferPlan(Composite limits, List<Step> steps, BigDecimal wattHours) {
    /** More periods no profile has. */
    private static final int MOST = 1_024;

    /** Where neither the station nor the EV says anything: a usual installation. */
    private static final Rate ASSUMED_AMPERES = Rate.of("32");

    private static final int DECIMALS = 1;
    private static final BigDecimal SECONDS_OF_AN_HOUR = BigDecimal.valueOf(3_600);

    /** @param phases null: all */
    record Step(Instant from, BigDecimal limit, @Nullable Integer phases) {}

    /**
     * @param limits      of the EVSE without this offer
     * @param most        that the EV can take; null: not told
     * @param mostPeriods that it understands; null: not told
     */
    static OfferPlan of(Composite limits, EvNeeds.@Nullable Most most, @Nullable Integer mostPeriods, Supply supply) {
        List<Step> steps = new ArrayList<>();
        for (CompositePeriod period : limits.periods()) {
            steps.add(step(period, limits.unit(), most, supply));
        }
        List<Step> few = few(steps, mostPeriods == null ? MOST : Math.clamp(mostPeriods, 1, MOST));
        return new OfferPlan(limits, few, wattHours(few, limits, supply));
    }

    private static Step step(CompositePeriod period, RateUnit unit, EvNeeds.@Nullable Most most, Supply supply) {
        int phases = period.phases() == null ? supply.phases() : Math.min(period.phases(), supply.phases());
        Rate limit = period.rates().limit();
        Rate able = most == null ? null : most.rate().convert(most.unit(), unit, supply, phases);
        Rate least = limit == null
                ? able == null ? ASSUMED_AMPERES.convert(RateUnit.AMPERE, unit, supply, phases) : able
                : able == null ? limit : limit.least(able, unit);
        BigDecimal value = least.isPerPhase() ? lowest(least) : least.value();
        return new Step(period.from(), value.setScale(DECIMALS, RoundingMode.DOWN), period.phases());
    }

    /** Of phases that have limits of their own the lowest: an offer names one for all. */
    private static BigDecimal lowest(Rate rate) {
        BigDecimal lowest = rate.value();
        for (BigDecimal each : new BigDecimal[] {rate.l2(), rate.l3()}) {
            lowest = each == null ? lowest : lowest.min(each);
        }
        return lowest;
    }

    /** Neighbours become one, the nearest first, with the lower limit of both: an offer never exceeds a limit. */
    private static List<Step> few(List<Step> steps, int most) {
        List<Step> left = new ArrayList<>();
        for (Step step : steps) {
            if (left.isEmpty() || left.getLast().limit().compareTo(step.limit()) != 0) {
                left.add(step);
            }
        }
        while (left.size() > most) {
            int nearest = 0;
            for (int i = 1; i + 1 < left.size(); i++) {
                if (apart(left, i).compareTo(apart(left, nearest)) < 0) {
                    nearest = i;
                }
            }
            Step first = left.get(nearest);
            Step second = left.remove(nearest + 1);
            left.set(nearest, new Step(first.from(), first.limit().min(second.limit()), first.phases()));
        }
        return left;
    }

    private static BigDecimal apart(List<Step> steps, int at) {
        return steps.get(at).limit().subtract(steps.get(at + 1).limit()).abs();
    }

    private static BigDecimal wattHours(List<Step> steps, Composite limits, Supply supply) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Instant to = i + 1 < steps.size()
                    ? steps.get(i + 1).from()
                    : limits.window().to();
            int phases = step.phases() == null ? supply.phases() : Math.min(step.phases(), supply.phases());
            BigDecimal watts = supply.convert(step.limit(), limits.unit(), RateUnit.WATT, phases);
            sum = sum.add(watts.multiply(
                    BigDecimal.valueOf(Duration.between(step.from(), to).toSeconds())));
        }
        return sum.divide(SECONDS_OF_AN_HOUR, 0, RoundingMode.DOWN);
    }

    /**
     * A TxProfile of 2.x.
     *
     * @param number null: it is to be given one
     */
    ObjectNode profile(String transaction, int stackLevel, @Nullable Integer number) {
        ObjectNode profile = JsonNodeFactory.instance.objectNode();
        if (number != null) {
            profile.put("id", number);
        }
        profile.put("stackLevel", stackLevel)
                .put("chargingProfilePurpose", "TxProfile")
                .put("chargingProfileKind", "Absolute")
                .put("transactionId", transaction);
        ObjectNode schedule = profile.putArray("chargingSchedule")
                .addObject()
                .put("id", 1)
                .put("startSchedule", limits.window().from().toString())
                .put("duration", (int) limits.window().length().toSeconds())
                .put("chargingRateUnit", Words.of(limits.unit()));
        ArrayNode periods = schedule.putArray("chargingSchedulePeriod");
        for (Step step : steps) {
            ObjectNode period = periods.addObject()
                    .put("startPeriod", (int) Duration.between(limits.window().from(), step.from())
                            .toSeconds())
                    .put("limit", step.limit());
            if (step.phases() != null) {
                period.put("numberPhases", step.phases());
            }
        }
        return profile;
    }
}
