package org.ohmstead.configuration.desired;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.devicemodel.KnownVariable;

/**
 * A value that a station is to be set to, and how it is.
 *
 * @param found what it is set to as far as is known; null: not known
 * @param write what it said when it was last to set it; null: it never was
 */
public record Drift(
        DesiredSetting wanted, @Nullable String found, State state, KnownVariable.@Nullable LastWrite write) {

    /** The words of the API are these in camelCase. */
    @Schema(name = "ConfigurationDriftState")
    public enum State {
        /** It is as it is to be. */
        IN_LINE,
        /** It is another. */
        DIFFERS,
        /** The station has taken it, and does so from its next boot on. */
        REBOOT_PENDING,
        /** The station has not told, or does not have it. */
        UNKNOWN;

        public String word() {
            return switch (this) {
                case IN_LINE -> "inLine";
                case DIFFERS -> "differs";
                case REBOOT_PENDING -> "rebootPending";
                case UNKNOWN -> name().toLowerCase(Locale.ROOT);
            };
        }
    }

    /** Whether it makes sense to set it. */
    public boolean isToBeSet() {
        return state == State.DIFFERS || state == State.UNKNOWN;
    }
}
