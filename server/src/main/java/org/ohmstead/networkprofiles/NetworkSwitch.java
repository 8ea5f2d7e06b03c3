package org.ohmstead.networkprofiles;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The last move of a station to another slot.
 *
 * @param slot      where it is to go
 * @param before    where it was; null: not known
 * @param priority  the slots in the order in which it tries them, separated by commas
 * @param reason    what was found, or why not; null: nothing to say
 * @param by        who wanted it
 * @param changedAt when it came into this state
 */
public record NetworkSwitch(
        int slot,
        @Nullable Integer before,
        String priority,
        State state,
        @Nullable String reason,
        String by,
        Instant beganAt,
        Instant changedAt) {

    /** The words of the API are these in camelCase. */
    @Schema(name = "NetworkSwitchState")
    public enum State {
        /** The station is being told. */
        TELLING("telling"),
        /** It has taken the order of the slots, and goes with its next boot; it was told to boot, or does when it may. */
        REBOOTING("rebooting"),
        /** It has taken the order of the slots, and does not boot when it is told to: it goes when it boots by itself. */
        WAITS_FOR_BOOT("waitsForBoot"),
        /** It is back with the slot. */
        CONFIRMED("confirmed"),
        /** It is back with another slot. */
        FELL_BACK("fellBack"),
        /** It is back and does not say with which slot. */
        UNCONFIRMED("unconfirmed"),
        /** It has not taken the order of the slots. */
        FAILED("failed");

        private final String word;

        State(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        static State of(String word) {
            for (State each : values()) {
                if (each.word.equals(word)) {
                    return each;
                }
            }
            throw new IllegalArgumentException("there is no state " + word);
        }
    }

    NetworkSwitch with(State next, @Nullable String why, Instant at) {
        return new NetworkSwitch(slot, before, priority, next, why, by, beganAt, at);
    }

    /** Whether it ends with the station's next boot. */
    boolean waitsForBoot() {
        return state == State.REBOOTING || state == State.WAITS_FOR_BOOT;
    }
}
