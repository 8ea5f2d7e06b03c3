package org.ohmstead.devicemodel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A value of a station as it is known.
 *
 * @param value     null: it has none, or one that is not shown
 * @param secret    whether it holds a secret, which is never kept
 * @param known     whence
 * @param toldAt    when that was
 * @param changedAt since when it has this value, as far as is known
 * @param write     what the station said when it was last to set it; null: it never was
 */
public record KnownVariable(
        Address address,
        @Nullable String value,
        boolean secret,
        Traits traits,
        Known known,
        Instant toldAt,
        Instant changedAt,
        @Nullable LastWrite write) {

    /**
     * @param value   null: a secret
     * @param result  in the station's word, such as {@code RebootRequired}
     * @param reason  why; null: the station does not say
     * @param by      who wanted it
     * @param command its number
     */
    public record LastWrite(
            @Nullable String value, String result, @Nullable String reason, String by, long command, Instant at) {
        public static final String REBOOT_REQUIRED = "RebootRequired";

        /** Whether the station has taken it and does not do it before its next boot. */
        public boolean isPendingSince(@Nullable Instant lastBoot) {
            return REBOOT_REQUIRED.equalsIgnoreCase(result) && (lastBoot == null || lastBoot.isBefore(at));
        }
    }
}
