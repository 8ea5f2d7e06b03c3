package org.ohmstead.simulator.station.metering;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the meter of an outlet shows at one moment.
 *
 * @param registerWh the import register, absolute since the meter was made
 * @param watts      taken now, all phases together
 * @param offered    the limit in W
 * @param volts      per phase for AC, one value for DC
 * @param soc        percent; null for AC, whose cars do not tell
 */
public record Sample(
        Instant at,
        double registerWh,
        double watts,
        double offered,
        List<Double> volts,
        @Nullable Double soc) {
    public boolean dc() {
        return soc != null;
    }

    /** A, per phase. */
    public double amps(int phase) {
        return volts.get(phase) == 0 ? 0 : watts / volts.size() / volts.get(phase);
    }

    /** Of the electronics, in degrees Celsius: 25 when idle, 45 at 22 kW. */
    public double celsius() {
        return 25 + Math.min(35, watts / 1_100);
    }
}
