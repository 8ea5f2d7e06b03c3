package org.ohmstead.securityupgrades;

import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.CommandResult.How;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.stations.securityprofiles.SecurityUpgrade;

/**
 * What came of telling a station to go.
 *
 * @param why for people; null: nothing to say
 */
record Told(SecurityUpgrade.State state, @Nullable String why) {

    static Told goes(@Nullable String why) {
        return new Told(SecurityUpgrade.State.PENDING, why);
    }

    static Told stays(String why) {
        return new Told(SecurityUpgrade.State.FAILED, why);
    }

    /** Where nobody knows whether a station has taken it, it may come by the old profile and by the new one. */
    static Told of(VerbResult result) {
        String status = result.status();
        if ("Accepted".equals(status)) {
            return goes(null);
        }
        if ("RebootRequired".equals(status)) {
            return goes("It goes with its next boot.");
        }
        How how = result.how();
        if (how == null || how == How.TIMED_OUT || how == How.CONNECTION_LOST) {
            return goes("It has not answered, so nobody knows whether it goes.");
        }
        String what = result.command().action() + ": " + (status == null ? how.word() : status);
        return stays(what);
    }
}
