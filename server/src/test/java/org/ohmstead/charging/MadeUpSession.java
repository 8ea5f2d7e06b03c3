package org.ohmstead.charging;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.metering.Assessment;
import org.ohmstead.charging.metering.EvseMeter;
import org.ohmstead.charging.readings.MeterNormaliser;
import org.ohmstead.charging.readings.MeterPoint;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ClosedBy;
import org.ohmstead.charging.session.ConnectorRef;
import org.ohmstead.charging.session.Ending;
import org.ohmstead.charging.session.EventTime;
import org.ohmstead.charging.session.MeterState;
import org.ohmstead.charging.session.Origin;
import org.ohmstead.charging.session.RegisterPoint;
import org.ohmstead.charging.session.SeqRange;
import org.ohmstead.charging.session.SessionTimes;
import org.ohmstead.charging.session.Suspicion;
import org.ohmstead.ocpp.OcppVersion;

/**
 * A session of a station that does not exist: what its EVSE delivered in truth, and what its meter said about it. The same seed
 * gives the same session.
 */
final class MadeUpSession {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final int[] AC = {3700, 7400, 11_000, 22_000};
    private static final int[] DC = {50_000, 150_000, 300_000};
    /** In s; 0: no readings at all. */
    private static final int[] EVERY = {0, 10, 60, 300, 900, 3600};
    /** Digits behind the point of a register in Wh: thousandths, whole Wh, tens, tenths of a kWh. */
    private static final int[] DIGITS = {3, 0, -1, -2};

    /** What is wrong with what the meter said. */
    enum Fault {
        NONE,
        COUNTS_FROM_ZERO,
        ZERO_AT_START,
        ZEROS_UNTIL_LATER,
        STALE_START,
        SESSION_READINGS,
        LIFETIME_READINGS,
        TWO_VALUES,
        ROLLOVER,
        RESET,
        STOP_MISSING,
        START_MISSING,
        STOP_ZERO,
        STOP_REPEATS_START,
        STOP_FAR_TOO_HIGH,
        SPIKE,
        DROP,
        OTHER_METER_AFTERWARDS,
        TEN_TIMES,
        THOUSANDTH,
        STANDS_STILL
    }

    final Random random;
    final Fault fault;
    final boolean dc;
    final int ratedW;
    final int seconds;
    final int every;
    final boolean hasPower;
    final boolean v2;
    final int digits;
    final boolean isKnown;
    private final double[] deliveredWh;
    private final double[] powerW;
    private final double base;
    private final List<MeterPoint> points = new ArrayList<>();
    private @Nullable BigDecimal start;
    private @Nullable BigDecimal stop;

    MadeUpSession(long seed, Fault fault) {
        this.random = new Random(seed * 31 + fault.ordinal());
        this.fault = fault;
        this.dc = random.nextInt(3) == 0;
        this.ratedW = dc ? DC[random.nextInt(DC.length)] : AC[random.nextInt(AC.length)];
        boolean needsPower = fault == Fault.TEN_TIMES || fault == Fault.THOUSANDTH || fault == Fault.STANDS_STILL;
        boolean needsReadings = needsPower || fault.compareTo(Fault.ZERO_AT_START) > 0;
        int most = dc ? 3600 : 10 * 3600;
        this.seconds = needsReadings ? most / 2 + random.nextInt(most / 2) : 300 + random.nextInt(most - 300);
        this.every = every(needsReadings);
        // A fast charger without any reading of power is not believed when it counts from 0, until it is known.
        this.hasPower = needsPower || dc && fault == Fault.COUNTS_FROM_ZERO || random.nextBoolean();
        this.v2 = random.nextInt(3) == 0;
        this.digits = DIGITS[random.nextInt(DIGITS.length)];
        this.isKnown = random.nextBoolean() || fault == Fault.STALE_START || dc && fault == Fault.COUNTS_FROM_ZERO;
        this.powerW = new double[seconds + 1];
        this.deliveredWh = new double[seconds + 1];
        deliver();
        this.base = fault == Fault.ROLLOVER ? belowTheEnd() : 400_000 + random.nextInt(5_000_000);
        report();
    }

    private int every(boolean needed) {
        int some = EVERY[random.nextInt(EVERY.length)];
        while (needed && (some == 0 || some * 8 > seconds)) {
            some = EVERY[random.nextInt(EVERY.length)];
        }
        return some == 10 && seconds > 4 * 3600 ? 60 : some;
    }

    /** Power that ramps up, may pause and be lowered, tapers off and ends, perhaps long before the session does. */
    private void deliver() {
        double limit = ratedW * (0.4 + 0.6 * random.nextDouble());
        int full = (int) (seconds * (0.5 + random.nextDouble()));
        int pauseFrom = random.nextInt(3) == 0 ? random.nextInt(seconds) : seconds;
        int pauseTo = pauseFrom + random.nextInt(Math.max(1, seconds / 5));
        double lowered = random.nextInt(3) == 0 ? 0.6 : 1;
        int loweredFrom = random.nextInt(seconds);
        for (int t = 0; t <= seconds; t++) {
            double watts = Math.min(1, t / 60.0) * limit * (t > loweredFrom ? lowered : 1);
            watts = t > full ? 0 : Math.min(watts, limit * Math.max(0.05, (full - t) / (0.2 * seconds)));
            powerW[t] = t >= pauseFrom && t < pauseTo ? 0 : watts;
            deliveredWh[t] = t == 0 ? 0 : deliveredWh[t - 1] + powerW[t] / 3600;
        }
    }

    private double belowTheEnd() {
        double end = List.of(1e6, 1e7, 1e8, 2147483648.0, 4294967296.0, 214748364.8, 429496729.6)
                .get(random.nextInt(7));
        return end - trueWh() * (0.1 + 0.8 * random.nextDouble());
    }

    boolean hasReadings() {
        return every > 0 && every < seconds;
    }

    double trueWh() {
        return deliveredWh[seconds];
    }

    /** Two steps of its register. */
    double toleranceWh() {
        return 2 * Math.pow(10, -digits) + 1;
    }

    /** More than this it cannot have delivered. */
    double mostWh() {
        return ratedW * (seconds + 60) / 3600.0 + 3 * toleranceWh();
    }

    private BigDecimal shown(double wh) {
        return BigDecimal.valueOf(wh).setScale(digits, RoundingMode.FLOOR);
    }

    private double register(int t) {
        return switch (fault) {
            case COUNTS_FROM_ZERO, SESSION_READINGS -> deliveredWh[t];
            case ROLLOVER -> (base + deliveredWh[t]) % (base + rolloverWay());
            case RESET -> t < seconds / 2 ? base + deliveredWh[t] : deliveredWh[t] - deliveredWh[seconds / 2];
            case OTHER_METER_AFTERWARDS -> base + deliveredWh[t] + (t < seconds / 2 ? 0 : 2_000_000);
            case TEN_TIMES -> base + 10 * deliveredWh[t];
            case THOUSANDTH -> base + deliveredWh[t] / 1000;
            case STANDS_STILL -> base;
            default -> base + deliveredWh[t];
        };
    }

    private double rolloverWay() {
        double next = Double.MAX_VALUE;
        for (double end : new double[] {1e6, 1e7, 1e8, 2147483648.0, 4294967296.0, 214748364.8, 429496729.6}) {
            next = end > base ? Math.min(next, end) : next;
        }
        return next - base;
    }

    private void report() {
        start = shown(startWh());
        stop = shown(stopWh());
        if (fault == Fault.START_MISSING) {
            start = null;
        }
        if (fault == Fault.STOP_MISSING) {
            stop = null;
        }
        if (v2 && start != null) {
            add(0, start, MeterNormaliser.BEGIN);
        }
        int odd = every == 0 ? 0 : every * (2 + random.nextInt(Math.max(1, seconds / every - 4)));
        for (int t = every; every > 0 && t < seconds; t += every) {
            add(t, shown(readingWh(t, t == odd)), null);
        }
        if (v2 && stop != null) {
            add(seconds, stop, MeterNormaliser.END);
        }
    }

    private double startWh() {
        return switch (fault) {
            case ZERO_AT_START, ZEROS_UNTIL_LATER, LIFETIME_READINGS -> 0;
            case STALE_START -> base - 3000 - random.nextInt(10_000);
            case SESSION_READINGS -> base;
            default -> register(0);
        };
    }

    private double stopWh() {
        return switch (fault) {
            case SESSION_READINGS -> base + trueWh();
            case LIFETIME_READINGS -> trueWh();
            case STOP_ZERO -> 0;
            case STOP_REPEATS_START -> startWh();
            case STOP_FAR_TOO_HIGH -> register(seconds) + 500_000 + random.nextInt(5_000_000);
            default -> register(seconds);
        };
    }

    private double readingWh(int t, boolean odd) {
        return switch (fault) {
            case ZEROS_UNTIL_LATER -> t < seconds / 4 ? 0 : register(t);
            case SPIKE -> register(t) + (odd ? 1_000_000 : 0);
            case DROP -> odd ? register(t) / 10 : register(t);
            default -> register(t);
        };
    }

    private void add(int t, BigDecimal wh, @Nullable String context) {
        boolean twice = fault == Fault.TWO_VALUES && context == null;
        int number = points.size();
        points.add(new MeterPoint(
                NOON.plusSeconds(t),
                v2 ? number + (start == null ? 1 : 0) : null,
                context,
                wh,
                twice ? BigDecimal.ZERO : null,
                null,
                hasPower ? BigDecimal.valueOf(Math.round(powerW[t])) : null,
                number + 1));
    }

    private ChargingSession session(boolean ended) {
        Instant end = NOON.plusSeconds(seconds);
        Origin origin = new Origin(
                ChargingSite.CP7, v2 ? OcppVersion.V201 : OcppVersion.V16, null, v2 ? "tx" : null, 0, null, null);
        int events = points.size();
        EvseMeter evse = evse();
        BigDecimal before = evse == null ? null : evse.before(NOON);
        MeterState meter = MeterState.NONE.withStart(v2 ? null : start).withStop(v2 || !ended ? null : stop);
        EventTime began = new EventTime(NOON, NOON, false, Set.of());
        SessionTimes times = SessionTimes.began(began, NOON);
        ChargingSession open = ChargingSession.fresh(origin, times)
                .with(new ConnectorRef(1, 1))
                .with(before == null ? meter : meter.withBefore(before))
                .with(v2 ? new SeqRange(0, events, ended ? events : null) : SeqRange.NONE);
        if (!ended) {
            return open;
        }
        boolean lost = fault == Fault.STOP_MISSING;
        return open.with(new Ending(lost ? ClosedBy.SUPERSEDED : ClosedBy.STATION, null, null))
                .with(times.ended(new EventTime(end, end, false, Set.of())))
                .suspecting(lost ? Set.of(Suspicion.END_MISSING) : Set.of());
    }

    @Nullable
    EvseMeter evse() {
        if (!isKnown) {
            return null;
        }
        boolean fromZero = fault == Fault.COUNTS_FROM_ZERO;
        RegisterPoint last = new RegisterPoint(NOON.minusSeconds(3600), shown(fromZero ? 20_000 : base));
        return new EvseMeter(1, last, fromZero, BigDecimal.valueOf(ratedW / 2), null);
    }

    /** What comes of it at its end. */
    ChargingSession assessed(Assessment assessment) {
        Set<Integer> numbers =
                new HashSet<>(IntStream.rangeClosed(0, points.size()).boxed().toList());
        return assessment
                .assess(session(true), points, v2 ? numbers : Set.of(), evse())
                .session();
    }

    /** What it shows while it runs, after each reading in turn. */
    List<ChargingSession> live(Assessment assessment) {
        List<ChargingSession> all = new ArrayList<>();
        ChargingSession running = session(false);
        int known = Math.min(points.size(), 60);
        for (int i = 0; i < known; i++) {
            MeterPoint point = points.get(i);
            if (point.powerW() != null) {
                running = running.with(running.meter().withPeak(point.powerW()));
            }
            MeterState next = assessment.next(running, point, evse());
            running = next == null
                    ? assessment
                            .assess(running, points.subList(0, i + 1), Set.of(), evse())
                            .session()
                    : running.with(next);
            all.add(running);
        }
        return all;
    }

    @Override
    public String toString() {
        return "%s %s %d W, %d s, every %d s, power %s, %s, digits %d, known %s, from %s to %s, truth %.0f Wh"
                .formatted(
                        fault,
                        dc ? "DC" : "AC",
                        ratedW,
                        seconds,
                        every,
                        hasPower,
                        v2 ? "2.0.1" : "1.6",
                        digits,
                        isKnown,
                        start,
                        stop,
                        trueWh());
    }
}
