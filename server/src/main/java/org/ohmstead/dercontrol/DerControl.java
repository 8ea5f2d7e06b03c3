package org.ohmstead.dercontrol;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A control, and how it came or failed to come to its station.
 *
 * @param facts        what it is
 * @param state        as far as is known
 * @param supersededBy controlId of the one that has displaced it; null: none, or it is not known which
 * @param startedAt    since when it runs, by the station's word; null: it has not said that it does
 * @param last         the last command about it; null: nobody sent one, the station told of it by itself
 * @param changedAt    when any of this was last written
 * @param reportedAt   when the station last listed it; null: never
 */
record DerControl(
        Facts facts,
        State state,
        @Nullable String supersededBy,
        @Nullable Instant startedAt,
        @Nullable Told last,
        Instant changedAt,
        @Nullable Instant reportedAt) {

    /** Whether the station has a control. */
    @Schema(name = "DerControlState")
    enum State {
        /** The station has it. */
        ACCEPTED,
        /** The station has it, and another one of higher rank instead of it. */
        SUPERSEDED,
        /** The station has refused it. */
        REJECTED,
        /** The station does not have it any more. */
        CLEARED,
        /** Its time is over; the station has forgotten it. */
        OVER,
        /** Nobody knows whether the station has it: no answer came. */
        UNKNOWN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return Arrays.stream(values())
                    .filter(state -> state.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no state " + word));
        }
    }

    /**
     * What a control is.
     *
     * @param id       controlId, chosen by whoever set it; compared without case
     * @param type     as DERControl of OCPP 2.1 has it
     * @param priority the lower, the higher in rank
     * @param startsAt null: a default control
     * @param endsAt   null: a default control, or it is not known
     * @param setting  the field that belongs to the type
     */
    record Facts(
            String id,
            String type,
            boolean isDefault,
            int priority,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            JsonNode setting) {

        String key() {
            return key(id);
        }

        static String key(String id) {
            return id.toLowerCase(Locale.ROOT);
        }

        /** Whether both are for the same, at the same time, and this one is of higher rank (R04.FR.03 to 08). */
        boolean outranks(Facts other) {
            return !key().equals(other.key())
                    && type.equals(other.type)
                    && isDefault == other.isDefault
                    && priority < other.priority
                    && !endsBefore(other)
                    && !other.endsBefore(this);
        }

        private boolean endsBefore(Facts other) {
            return endsAt != null && other.startsAt != null && !endsAt.isAfter(other.startsAt);
        }
    }

    /**
     * A command about a control.
     *
     * @param outcome of the command, as {@link org.ohmstead.commands.CommandResult.How} has it
     * @param said    the station's word in its answer; null: there is none
     * @param actor   who sent it
     */
    record Told(String action, String outcome, @Nullable String said, String actor) {}

    /** Whether the station has it. */
    boolean stands() {
        return state == State.ACCEPTED || state == State.SUPERSEDED;
    }

    /** The state by our clock: nobody tells of the end of what nobody uses (R04.FR.10). */
    State stateAt(Instant now) {
        boolean isPast = facts.endsAt() != null && !facts.endsAt().isAfter(now);
        return isPast && (stands() || state == State.UNKNOWN) ? State.OVER : state;
    }

    DerControl with(State next, @Nullable String by, Instant now) {
        return new DerControl(facts, next, by, next == State.ACCEPTED ? startedAt : null, last, now, reportedAt);
    }

    DerControl told(Told other, Instant now) {
        return new DerControl(facts, state, supersededBy, startedAt, other, now, reportedAt);
    }
}
