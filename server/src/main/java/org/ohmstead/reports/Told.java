package org.ohmstead.reports;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.stations.Caller;

/** What a station said where the protocol knows only certain words. */
public final class Told {
    private static final String NOTHING = "Unknown";

    private Told() {}

    /**
     * The word as it was sent: a vendor's own one is no constant, but must not be lost (gotcha 49).
     *
     * @param constant null: the station sent none that the protocol knows
     */
    public static String word(Caller caller, String path, @Nullable Enum<?> constant) {
        if (constant != null) {
            return constant.name();
        }
        return caller.deviations().stream()
                .filter(deviation -> deviation.path().equals(path))
                .map(Deviation::found)
                .findFirst()
                .orElse(NOTHING);
    }
}
