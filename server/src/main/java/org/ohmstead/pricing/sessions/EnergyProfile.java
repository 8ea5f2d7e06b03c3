package org.ohmstead.pricing.sessions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.course.SessionCourse;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.MeterState;
import org.ohmstead.pricing.charge.Exact;
import org.ohmstead.pricing.charge.Reading;

/**
 * When the energy of a session flowed. How much it was is said by the session, which has looked at all the evidence; its registers say
 * when. Where they come to something else, each has its share of it; where there are none, it flowed evenly.
 */
final class EnergyProfile {
    private record Point(Instant at, BigDecimal wh) {}

    private final ChargingSession session;
    private final Instant end;

    private EnergyProfile(ChargingSession session, Instant end) {
        this.session = session;
        this.end = end;
    }

    /** A count from 0 at the start, in kWh. @param end of the session, or until when it is looked at */
    static List<Reading> of(SessionCourse course, Instant end) {
        ChargingSession session = course.session();
        BigDecimal energy = session.meter().energyWh();
        if (energy == null || energy.signum() <= 0) {
            return List.of();
        }
        return new EnergyProfile(session, end).spread(course, energy.movePointLeft(3));
    }

    private List<Reading> spread(SessionCourse course, BigDecimal kwh) {
        List<Point> counts = counts(points(course));
        BigDecimal sum =
                counts.isEmpty() ? BigDecimal.ZERO : counts.getLast().wh().movePointLeft(3);
        if (sum.signum() <= 0) {
            return List.of(Reading.of(session.times().startedAt(), BigDecimal.ZERO), Reading.of(end, kwh));
        }
        List<Reading> readings = new ArrayList<>();
        for (Point point : counts) {
            BigDecimal count = point.wh().movePointLeft(3);
            readings.add(Reading.of(
                    point.at(),
                    sum.compareTo(kwh) == 0
                            ? count
                            : point.equals(counts.getLast()) ? kwh : Exact.quotient(count.multiply(kwh), sum)));
        }
        return readings;
    }

    /** Its registers in the order of their times, with those of start and stop. */
    private List<Point> points(SessionCourse course) {
        MeterState meter = session.meter();
        BigDecimal start = meter.startWh();
        BigDecimal stop = meter.stopWh();
        boolean bounded = isBounded();
        List<Point> points = new ArrayList<>();
        if (start != null) {
            points.add(new Point(session.times().startedAt(), start));
        }
        course.moments().stream()
                .filter(moment -> moment.registerWh() != null && !moment.at().isAfter(end))
                .map(moment -> new Point(moment.at(), Objects.requireNonNull(moment.registerWh())))
                .filter(point -> !bounded || isWithin(point.wh(), start, stop))
                .sorted(Comparator.comparing(Point::at))
                .forEach(points::add);
        if (stop != null) {
            points.add(new Point(end, stop));
        }
        return points;
    }

    /** A register that begins anew shows less at the end than at the start. */
    private boolean isBounded() {
        BigDecimal start = session.meter().startWh();
        BigDecimal stop = session.meter().stopWh();
        return start != null && stop != null && stop.compareTo(start) >= 0;
    }

    private static boolean isWithin(BigDecimal wh, @Nullable BigDecimal start, @Nullable BigDecimal stop) {
        return (start == null || wh.compareTo(start) >= 0) && (stop == null || wh.compareTo(stop) <= 0);
    }

    /** What the register rose since the first point. Where it falls it began anew, or a single reading is wrong. */
    private List<Point> counts(List<Point> points) {
        List<Point> counts = new ArrayList<>();
        BigDecimal count = BigDecimal.ZERO;
        @Nullable BigDecimal before = null;
        boolean bounded = isBounded();
        for (Point point : points) {
            if (before != null && point.wh().compareTo(before) < 0) {
                if (bounded) {
                    continue;
                }
                before = point.wh();
            }
            count = before == null ? count : count.add(point.wh().subtract(before));
            before = point.wh();
            counts.add(new Point(point.at(), count));
        }
        return counts;
    }
}
