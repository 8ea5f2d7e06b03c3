package org.ohmstead.simulator.station;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ohmstead.simulator.station.Profile.Period;
import org.ohmstead.simulator.station.Profile.Purpose;

/** The charging profiles of a station and the limit that follows from them (2.x part 2 K, 1.6 §3.13). */
public final class Profiles {
    /** Nominal voltage between phase and neutral; the measured one is not used for conversions (K01.FR.50). */
    public static final double NOMINAL_VOLTS = 230;

    private final List<Profile> installed = new ArrayList<>();

    /** A part of a composite schedule. */
    public record Part(Duration from, double watts) {}

    public List<Profile> all() {
        return List.copyOf(installed);
    }

    /** Installs it in the place of the one with its id, or of its purpose, stack level and scope. */
    public void install(Profile profile) {
        installed.removeIf(old -> old.id() == profile.id() || sameSlot(old, profile));
        installed.add(profile);
    }

    /** Whether any was there. */
    public boolean remove(Predicate<Profile> which) {
        return installed.removeIf(which);
    }

    void ended(Transaction transaction) {
        remove(profile -> profile.purpose() == Purpose.TX
                && (profile.scope().transaction() == null
                        || profile.scope().transaction().equalsIgnoreCase(transaction.id())));
    }

    /** W that an outlet may give at a time. */
    public double limit(Outlet outlet, Instant at) {
        double watts = outlet.maxWatts();
        if (installed.isEmpty()) {
            return watts;
        }
        Transaction running = outlet.transaction();
        Period session = running != null && running.priority() ? leading(Purpose.PRIORITY, outlet, at) : null;
        if (session == null) {
            session = leading(Purpose.TX, outlet, at);
        }
        if (session == null) {
            session = leading(Purpose.TX_DEFAULT, outlet, at);
        }
        watts = Math.min(watts, cap(session, outlet));
        watts = Math.min(watts, cap(leading(Purpose.STATION_MAX, outlet, at), outlet));
        return Math.min(watts, cap(leading(Purpose.EXTERNAL, outlet, at), outlet));
    }

    /** What {@link #limit} will be for a while from a time on. */
    public List<Part> composite(Outlet outlet, Instant start, Duration length) {
        Instant end = start.plus(length);
        TreeSet<Instant> cuts = new TreeSet<>();
        for (Profile profile : installed) {
            profile.cuts(start, end, relativeTo(outlet, start), cuts::add);
        }
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(Duration.ZERO, limit(outlet, start)));
        for (Instant cut : cuts.subSet(start, false, end, false)) {
            double watts = limit(outlet, cut);
            if (watts != parts.getLast().watts()) {
                parts.add(new Part(Duration.between(start, cut), watts));
            }
        }
        return parts;
    }

    private @Nullable Period leading(Purpose purpose, Outlet outlet, Instant at) {
        Transaction running = outlet.transaction();
        String id = running == null ? null : running.id();
        if (purpose == Purpose.TX && running == null) {
            return null;
        }
        // Where the stack levels are equal the profile of the outlet itself replaces the one for all (1.6 §3.13.3).
        return installed.stream()
                .filter(profile -> profile.purpose() == purpose
                        && profile.scope().covers(outlet.id(), id, at)
                        && profile.at(at, relativeTo(outlet, at)) != null)
                .max(Comparator.comparingInt(Profile::stack)
                        .thenComparingInt(profile -> profile.scope().evse()))
                .map(profile -> inWatts(profile, profile.at(at, relativeTo(outlet, at)), outlet))
                .orElse(null);
    }

    /** The same period with its limit in W; A are per phase (K01.FR.51). */
    private static @Nullable Period inWatts(Profile profile, @Nullable Period period, Outlet outlet) {
        Double limit = period == null ? null : period.limit();
        if (period == null || limit == null || profile.schedule().inWatts()) {
            return period;
        }
        int phases = outlet.dc() ? 1 : Math.min(3, period.phases());
        double volts = outlet.dc() ? 400 : NOMINAL_VOLTS;
        return new Period(period.from(), limit * volts * phases, period.phases());
    }

    private static double cap(@Nullable Period period, Outlet outlet) {
        Double limit = period == null ? null : period.limit();
        return limit == null ? outlet.maxWatts() : limit;
    }

    /** When a relative schedule began: with the charging, or now when nothing charges (K08.FR.06). */
    private static Instant relativeTo(Outlet outlet, Instant now) {
        Transaction running = outlet.transaction();
        if (running == null) {
            return now;
        }
        Instant since = running.chargingSince();
        return since == null ? running.startedAt() : since;
    }

    private static boolean sameSlot(Profile one, Profile other) {
        return one.purpose() == other.purpose()
                && one.stack() == other.stack()
                && one.scope().evse() == other.scope().evse()
                && (one.scope().transaction() == null
                        || one.scope()
                                .transaction()
                                .equalsIgnoreCase(other.scope().transaction()));
    }
}
