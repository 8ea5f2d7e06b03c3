package org.ohmstead.stations;

import org.jspecify.annotations.Nullable;

/**
 * Where a station stands.
 *
 * @param latitude  in degrees of WGS 84, from -90 to 90; null: not known, and longitude is not either
 * @param longitude in degrees, from -180 to 180
 * @param address   for people; null: not known
 */
public record Location(
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String address) {
    public static final Location UNKNOWN = new Location(null, null, null);
}
