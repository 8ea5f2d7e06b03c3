package org.ohmstead.doctor.troubles;

import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.StationRef;

/**
 * What speaks for a trouble right now.
 *
 * @param isStrong whether it is enough for the trouble to begin; a weak one only keeps it from ending, so that it does not begin
 *                 and end in turn
 * @param amount   see {@link TroubleKind}
 */
record Sign(
        StationRef station,
        TroubleKind kind,
        boolean isStrong,
        long amount,
        @Nullable String subject) {}
