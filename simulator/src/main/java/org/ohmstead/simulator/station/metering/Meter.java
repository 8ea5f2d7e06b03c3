package org.ohmstead.simulator.station.metering;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Adds up what flows, in steps of a second, so that power times time is what the register says. */
public final class Meter {
    private static final Duration STEP = Duration.ofSeconds(1);

    private final boolean dc;
    private final Random random;
    private double registerWh;
    private double watts;
    private double offered;
    private Instant until;

    public Meter(boolean dc, Random random, Instant now) {
        this.dc = dc;
        this.random = random;
        this.until = now;
        this.registerWh = 1_000 + random.nextInt(400_000);
    }

    public double registerWh() {
        return registerWh;
    }

    public double watts() {
        return watts;
    }

    /** Nothing flows: the time until now passes without energy. */
    public void idle(Instant now) {
        until = now;
        watts = 0;
    }

    /**
     * Lets energy flow until now.
     *
     * @param limit W that may flow at a time
     * @param begun when the car began to charge
     */
    public void run(Vehicle car, Instant begun, ToDoubleFunction<Instant> limit, Instant now) {
        while (until.isBefore(now)) {
            Instant next = until.plus(STEP).isAfter(now) ? now : until.plus(STEP);
            double hours = Duration.between(until, next).toNanos() / 3.6e12;
            offered = limit.applyAsDouble(until);
            double noise = 1 - random.nextDouble() * 0.01;
            double wanted = car.demandWatts(Duration.between(begun, until)) * noise;
            watts = Math.max(0, Math.min(wanted, offered));
            registerWh += watts * hours;
            car.charge(watts * hours);
            until = next;
        }
    }

    public Sample sample(@Nullable Vehicle car, Instant now) {
        double soc = car == null ? 0 : car.soc();
        List<Double> volts;
        if (dc) {
            volts = List.of(350 + soc);
        } else {
            volts = List.of(phaseVolts(), phaseVolts(), phaseVolts());
        }
        return new Sample(now, registerWh, watts, offered, volts, dc ? soc : null);
    }

    private double phaseVolts() {
        return 229 + random.nextDouble() * 3;
    }
}
