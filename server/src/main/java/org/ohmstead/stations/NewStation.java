package org.ohmstead.stations;

import java.util.Set;
import org.ohmstead.api.Refused;
import org.ohmstead.db.Scope;

/**
 * A station that is to be registered.
 *
 * @param groups ids of the groups that it is in from the beginning
 */
public record NewStation(String identity, StationConfig config, Set<Long> groups) {
    public NewStation {
        groups = Set.copyOf(groups);
    }

    /** Whoever sees the stations of some groups only would not see one that is in none of them. */
    void check(Scope scope) {
        if (scope.isLimited() && groups.isEmpty()) {
            throw Refused.invalid(
                    "groups",
                    "groups is missing, and you see the stations of some groups only. Name one of yours at least, or you"
                            + " would not see the station.");
        }
    }

    /** @param other the identity that stands already, perhaps in another case */
    Refused standsAlready(String other) {
        return Refused.conflict(
                "identity",
                other.equals(identity)
                        ? "A station '" + identity + "' exists already. Change it with PATCH."
                        : "A station '" + other + "' exists already, and '" + identity
                                + "' differs from it in upper and lower case only. Choose another identity.");
    }

    /** One that is in no group. */
    public static NewStation of(String identity, StationConfig config) {
        return new NewStation(identity, config, Set.of());
    }
}
