package org.ohmstead.stations;

import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppVersion;

/**
 * What an operator decides about a station.
 *
 * @param name              for people
 * @param strict            refuse everything that differs from the schema, as a certification demands; from the next connection
 *                          on
 * @param zone              of timestamps without one (field note 60), from the next connection on; null: UTC
 * @param defaultVersion    spoken when its handshake names no subprotocol (field note 1); null: the server's
 * @param heartbeatInterval told with the next BootNotification; null: the server's
 * @param location          where it stands
 */
public record StationConfig(
        @Nullable String name,
        Admission admission,
        boolean strict,
        @Nullable ZoneId zone,
        @Nullable OcppVersion defaultVersion,
        @Nullable Duration heartbeatInterval,
        Location location) {
    public static final StationConfig DEFAULT = of(Admission.ACCEPTED);

    /** One of which nobody has said where it stands. */
    public StationConfig(
            @Nullable String name,
            Admission admission,
            boolean strict,
            @Nullable ZoneId zone,
            @Nullable OcppVersion defaultVersion,
            @Nullable Duration heartbeatInterval) {
        this(name, admission, strict, zone, defaultVersion, heartbeatInterval, Location.UNKNOWN);
    }

    public static StationConfig of(Admission admission) {
        return new StationConfig(null, admission, false, null, null, null);
    }
}
