package org.ohmstead.simulator.station.metering;

import java.time.Duration;

/** A car at the cable: how much power it takes, by its state of charge and the time since it began. */
public final class Vehicle {
    /** A car ramps its current up instead of switching it on. */
    private static final double AC_RAMP_SECONDS = 15;

    private static final double DC_RAMP_SECONDS = 30;

    private final boolean dc;
    private final double maxWatts;
    private final double capacityWh;
    private double soc;

    /**
     * @param maxWatts   the most that car and outlet together can do
     * @param capacityWh of the battery
     * @param soc        state of charge in percent
     */
    public Vehicle(boolean dc, double maxWatts, double capacityWh, double soc) {
        this.dc = dc;
        this.maxWatts = maxWatts;
        this.capacityWh = capacityWh;
        this.soc = soc;
    }

    public double soc() {
        return soc;
    }

    public boolean isFull() {
        return soc >= 100;
    }

    /** What it would take now, were there no limit; in W. */
    double demandWatts(Duration sinceBegin) {
        if (isFull()) {
            return 0;
        }
        double ramp = Math.min(1, (sinceBegin.toMillis() / 1000.0 + 1) / (dc ? DC_RAMP_SECONDS : AC_RAMP_SECONDS));
        return maxWatts * ramp * (dc ? dcShare() : acShare());
    }

    void charge(double wattHours) {
        soc = Math.min(100, soc + wattHours / capacityWh * 100);
        if (soc > 99.999) {
            soc = 100;
        }
    }

    /** A plateau until nearly full. */
    private double acShare() {
        return soc < 95 ? 1 : Math.max(0.1, 1 - (soc - 95) * 0.18);
    }

    /** Full power to half of the battery, 45 % of it at 80 %, a trickle at the end. */
    private double dcShare() {
        if (soc <= 50) {
            return 1;
        }
        return soc <= 80 ? 1 - (soc - 50) / 30 * 0.55 : Math.max(0.04, 0.45 - (soc - 80) / 20 * 0.41);
    }
}
