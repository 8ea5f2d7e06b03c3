package org.ohmstead.charging.metering;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.readings.MeterPoint;
import org.ohmstead.charging.session.RegisterPoint;
import org.ohmstead.charging.session.Suspicion;

/** Which register counts, where a reading shows it with two values. */
final class RegisterChoice {
    private RegisterChoice() {}

    /**
     * The registers of readings, of each the value that goes on from the one before it.
     *
     * @param start in Wh; null: not known
     */
    static List<RegisterPoint> of(List<MeterPoint> points, @Nullable BigDecimal start, Set<Suspicion> doubts) {
        List<RegisterPoint> chosen = new ArrayList<>(points.size());
        BigDecimal last = start;
        for (MeterPoint point : points) {
            if (point.energyWh() == null) {
                continue;
            }
            BigDecimal wh = of(last, point.energyWh(), point.otherWh());
            if (point.otherWh() != null) {
                doubts.add(Suspicion.METER_BASE_MIXED);
            }
            chosen.add(new RegisterPoint(point.at(), wh));
            last = wh;
        }
        return chosen;
    }

    /**
     * @param last   in Wh; null: not known
     * @param larger of the two values
     * @return the smaller one only where it goes on from the last
     */
    static BigDecimal of(@Nullable BigDecimal last, BigDecimal larger, @Nullable BigDecimal smaller) {
        if (last == null || smaller == null) {
            return larger;
        }
        return smaller.compareTo(last.subtract(RegisterPoint.COARSE)) >= 0 ? smaller : larger;
    }
}
