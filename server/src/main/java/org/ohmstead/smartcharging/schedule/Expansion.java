package org.ohmstead.smartcharging.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lays a profile out over a window of time (behaviour 7.3).
 *
 * @param window       what is asked about
 * @param zone         of the clock on the wall
 * @param offlineSince null: the station is connected
 */
record Expansion(Window window, ZoneId zone, @Nullable Instant offlineSince) {
    /** Before anything that a schedule counts from, and late enough that clocks can count on. */
    private static final Instant LONG_SINCE = Instant.EPOCH;

    /**
     * @param readyAt what relative times count from; null: what is asked about begins it (K08.FR.06)
     * @param chosen  the schedule that the EV chose
     */
    Timeline<Leading> of(Profile profile, @Nullable Instant readyAt, @Nullable Integer chosen) {
        Timeline<Leading> line = new Timeline<>();
        Window valid = valid(profile.timing());
        if (valid == null || profile.schedules().isEmpty()) {
            return line;
        }
        Schedule schedule = profile.schedule(chosen);
        Instant anchor = readyAt == null ? window.from() : readyAt;
        Instant updated = profile.timing().updatedAt();
        switch (profile.timing().kind()) {
            case RECURRING -> recurring(line, profile, schedule, valid);
            case ABSOLUTE -> {
                // without a start, which OCPP 1.6 lets pass, it counts as a relative one
                Turn turn = schedule.start() == null
                        ? Turn.at(anchor)
                        : wall(schedule).first(schedule.start());
                once(line, profile, schedule, turn, valid);
            }
            case RELATIVE -> once(line, profile, schedule, Turn.at(anchor), valid);
            // its length is a watchdog that each update winds up (behaviour 7.8)
            case DYNAMIC -> once(line, profile, schedule, Turn.at(updated == null ? anchor : updated), valid);
        }
        return line;
    }

    /** When it is valid, whether it has a period then or not. */
    Timeline<Profile> validity(Profile profile) {
        Timeline<Profile> line = new Timeline<>();
        Window valid = valid(profile.timing());
        if (valid != null) {
            line.add(valid.from(), valid.to(), profile, window);
        }
        return line;
    }

    /** The part of the window in which the profile is valid; null: none. */
    private @Nullable Window valid(Profile.Timing timing) {
        Instant from = timing.from() == null || timing.from().isBefore(window.from()) ? window.from() : timing.from();
        Instant to = timing.to() == null || timing.to().isAfter(window.to()) ? window.to() : timing.to();
        if (offlineSince != null && timing.mostOffline() != null) {
            Instant forgotten = offlineSince.plus(timing.mostOffline());
            to = forgotten.isBefore(to) ? forgotten : to;
        }
        return from.isBefore(to) ? new Window(from, to) : null;
    }

    private void recurring(Timeline<Leading> line, Profile profile, Schedule schedule, Window valid) {
        Recurrence recurrence = profile.timing().recurrence();
        if (schedule.start() == null || recurrence == null) {
            return;
        }
        Turn first = wall(schedule).first(schedule.start());
        // one earlier, because that one may still hold when the window begins; clocks change by less
        long passed = Duration.between(schedule.start(), valid.from()).dividedBy(recurrence.length()) - 1;
        for (Turn turn = first.later(Math.max(0, passed), recurrence);
                turn.instant(Duration.ZERO).isBefore(valid.to());
                turn = turn.later(1, recurrence)) {
            once(line, profile, schedule, turn, valid);
        }
    }

    private static void once(Timeline<Leading> line, Profile profile, Schedule schedule, Turn turn, Window valid) {
        List<Period> periods = schedule.periods();
        Duration end = turn.end(schedule.length());
        for (int i = 0; i < periods.size(); i++) {
            Duration next = i + 1 < periods.size() ? periods.get(i + 1).start() : end;
            Duration to = next == null || (end != null && end.compareTo(next) < 0) ? end : next;
            line.add(
                    turn.instant(periods.get(i).start()),
                    to == null ? valid.to() : turn.instant(to),
                    new Leading(profile, schedule, periods.get(i)),
                    valid);
        }
    }

    private Wall wall(Schedule schedule) {
        return new Wall(schedule.localTime() ? zone : ZoneOffset.UTC);
    }

    /** A clock that schedules count by. */
    private record Wall(ZoneId zone) {
        /** The offset of a local start is ignored: its digits are what the clock on the wall shows (K01.FR.90). */
        Turn first(Instant start) {
            Instant late = start.isBefore(LONG_SINCE) ? LONG_SINCE : start;
            return new Turn(LocalDateTime.ofInstant(late, ZoneOffset.UTC), zone, null);
        }
    }

    /**
     * One run of a schedule. On the wall 8:00 is 8:00, on the day of a change of the clock as well (K01.FR.91); what falls into
     * the hour that is left out begins as much later, and what comes twice begins at the first.
     *
     * @param start by the clock of the zone
     * @param most  after which the next run begins, whatever is left of this one; null: there is none
     */
    private record Turn(
            LocalDateTime start, ZoneId zone, @Nullable Duration most) {
        static Turn at(Instant start) {
            return new Turn(LocalDateTime.ofInstant(start, ZoneOffset.UTC), ZoneOffset.UTC, null);
        }

        Turn later(long turns, Recurrence recurrence) {
            return new Turn(start.plusDays(turns * recurrence.days()), zone, recurrence.length());
        }

        Instant instant(Duration after) {
            return start.plus(after).atZone(zone).toInstant();
        }

        /** @return null: it has none */
        @Nullable
        Duration end(@Nullable Duration length) {
            if (length == null || most == null) {
                return length == null ? most : length;
            }
            return length.compareTo(most) < 0 ? length : most;
        }
    }
}
