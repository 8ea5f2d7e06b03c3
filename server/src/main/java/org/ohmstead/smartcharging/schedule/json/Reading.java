package org.ohmstead.smartcharging.schedule.json;

import java.util.Optional;
import org.ohmstead.smartcharging.schedule.Profile;
import org.ohmstead.smartcharging.schedule.rules.Problem;

/** A profile that was read, or why it could not be. */
public sealed interface Reading {
    /** @param profile in our words */
    record Read(Profile profile) implements Reading {}

    /** @param problem the first that was found */
    record Unreadable(Problem problem) implements Reading {}

    /** Empty: it cannot be read. */
    default Optional<Profile> found() {
        return switch (this) {
            case Read read -> Optional.of(read.profile());
            case Unreadable none -> Optional.empty();
        };
    }
}
