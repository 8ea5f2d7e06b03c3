package org.ohmstead.stations.lists;

import org.jspecify.annotations.Nullable;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;

/** In which order a list of stations stands. What is the same stands in the order of identity, falling where the list falls. */
public record StationSort(By by, boolean isFalling) {
    public static final StationSort IDENTITY = new StationSort(By.IDENTITY, false);

    /** What a list is sorted by. */
    public enum By {
        IDENTITY,
        /** The identity stands for the name of one without. */
        NAME,
        /** Those that were never seen count as the oldest. */
        LAST_SEEN_AT,
        /** The worst first. */
        STATUS
    }

    /** @throws Refused invalid */
    static StationSort of(@Nullable String parameter) {
        String word = QueryWords.text(parameter);
        if (word == null) {
            return IDENTITY;
        }
        boolean isFalling = word.startsWith("-");
        By by =
                switch (isFalling ? word.substring(1) : word) {
                    case "identity" -> By.IDENTITY;
                    case "name" -> By.NAME;
                    case "lastSeenAt" -> By.LAST_SEEN_AT;
                    case "status" -> By.STATUS;
                    default ->
                        throw Refused.invalid(
                                "sort",
                                "sort is '" + word
                                        + "'; allowed are identity, name, lastSeenAt and status, and each with - before it"
                                        + " for the other way round.");
                };
        return new StationSort(by, isFalling);
    }
}
