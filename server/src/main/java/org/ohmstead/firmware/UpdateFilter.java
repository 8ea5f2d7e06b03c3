package org.ohmstead.firmware;

import org.jspecify.annotations.Nullable;

/** Which updates a list shows; null: any. @param station by its id */
public record UpdateFilter(
        @Nullable Long station,
        @Nullable UpdateState state,
        @Nullable Long campaign) {}
