package org.ohmstead.dercontrol.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which events a list shows; null: all.
 *
 * @param station its id
 * @param open    alarms that last, or whatever does not
 * @param from    came then or later
 * @param to      came before
 */
record DerEventFilter(
        @Nullable Long station,
        DerEvent.@Nullable Kind kind,
        @Nullable Boolean open,
        @Nullable Instant from,
        @Nullable Instant to) {}
