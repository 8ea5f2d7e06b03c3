package org.ohmstead.stations.lists;

import org.jspecify.annotations.Nullable;

/**
 * Which stations a list shows.
 *
 * @param search    part of identity, name, vendor, model or serial number; null: all
 * @param connected whether they are connected right now; null: both
 * @param status    null: any
 */
record StationFilter(
        @Nullable String search,
        @Nullable Boolean connected,
        @Nullable StationStatus status) {}
