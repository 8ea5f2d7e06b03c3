package org.ohmstead.smartcharging.profiles;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which profiles of a station; null: any.
 *
 * @param number   by which the station knows them
 * @param purposes as 2.x has them
 * @param states   in one of which they are; empty: any
 */
public record ProfileFilter(
        @Nullable Long number,
        @Nullable Integer evse,
        @Nullable List<String> purposes,
        @Nullable Integer stackLevel,
        @Nullable String transaction,
        Set<ProfileState> states) {
    public static final ProfileFilter STANDING = of(ProfileState.STANDING);

    static ProfileFilter of(Set<ProfileState> states) {
        return new ProfileFilter(null, null, null, null, null, states);
    }

    static ProfileFilter ofNumber(long number, Set<ProfileState> states) {
        return new ProfileFilter(number, null, null, null, null, states);
    }
}
