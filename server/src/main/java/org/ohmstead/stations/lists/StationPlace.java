package org.ohmstead.stations.lists;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A station on a map. */
@Schema(name = "StationPlace")
public record StationPlace(
        String identity,
        @Schema(description = "In degrees of WGS 84") double latitude,
        double longitude,

        @Schema(description = "As in the summary of the station", implementation = StationStatus.class)
        String status,

        boolean connected) {}
