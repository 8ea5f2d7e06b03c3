package org.ohmstead.smartcharging.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Schedules with the rules for when they hold, at a place of a station.
 *
 * @param id        unique per station
 * @param evse      where it is installed; 0: the station, or each EVSE of it
 * @param slot      what it competes for
 * @param timing    when it holds
 * @param schedules one; up to three where an EV may choose
 */
public record Profile(int id, int evse, Slot slot, Timing timing, List<Schedule> schedules) {
    public Profile {
        schedules = List.copyOf(schedules);
    }

    /**
     * @param stackLevel  the highest one leads
     * @param transaction OCPP's id of the one transaction that it is for; null: of whichever runs
     */
    public record Slot(
            Purpose purpose, int stackLevel, @Nullable String transaction) {}

    /**
     * @param recurrence null: it does not recur
     * @param from       first moment of its validity; null: long since
     * @param to         first moment after its validity; null: without end
     * @param mostOffline how long it holds while the station is offline; null: however long (K01.FR.101)
     * @param updatedAt  of a dynamic one: when its values were last set; null: not told
     */
    public record Timing(
            Kind kind,
            @Nullable Recurrence recurrence,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Duration mostOffline,
            @Nullable Instant updatedAt) {
        public static final Timing RELATIVE = new Timing(Kind.RELATIVE, null, null, null, null, null);

        /** K01.FR.36, 37: the first moment belongs to it, the last does not. */
        public boolean meets(Timing other) {
            return (from == null || other.to == null || from.isBefore(other.to))
                    && (to == null || other.from == null || other.from.isBefore(to));
        }
    }

    public Purpose purpose() {
        return slot.purpose();
    }

    /** The one that the EV chose, else the first. */
    Schedule schedule(@Nullable Integer chosen) {
        return schedules.stream()
                .filter(each -> chosen != null && each.id() == chosen)
                .findFirst()
                .orElse(schedules.getFirst());
    }
}
