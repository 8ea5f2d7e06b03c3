package org.ohmstead.smartcharging.profiles;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which profiles of a station; null: any.
 *
 * @param number   by which the station knows them
 * @param purposes as 2.x has them
 * @param standing only those that the station has, or may have
 */
public record ProfileFilter(
        @Nullable Long number,
        @Nullable Integer evse,
        @Nullable List<String> purposes,
        @Nullable Integer stackLevel,
        @Nullable String transaction,
        boolean standing) {
    public static final ProfileFilter STANDING = new ProfileFilter(null, null, null, null, null, true);

    static ProfileFilter ofNumber(long number, boolean standing) {
        return new ProfileFilter(number, null, null, null, null, standing);
    }
}
