package org.ohmstead.stations.rest;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.Admission;
import org.ohmstead.stations.Location;
import org.ohmstead.stations.NewStation;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationConfig;

/** A station as an operator writes it. What is absent or null has its default. */
@Schema(description = "What an operator decides about a station")
public record StationBody(
        @Schema(
                description = "Its name on the wire, unique whatever the case; cannot be changed",
                examples = "CP-7",
                minLength = 1,
                maxLength = 255,
                required = true)
        @Nullable
        String identity,

        @Schema(description = "For people", maxLength = LONGEST_NAME) @Nullable
        String name,

        @Schema(
                description = "What its next BootNotification is answered. Default: accepted",
                implementation = Admission.class)
        @Nullable
        String admission,

        @Schema(
                description =
                        "Refuse every message that differs from the schema, from the next connection on. Default: false")
        @Nullable
        Boolean strict,

        @Schema(description = "Of its timestamps without one. Default: UTC", examples = "Europe/Berlin") @Nullable
        String zone,

        @Schema(
                description = "Told with the next BootNotification. Default: the server's",
                minimum = "1",
                maximum = "86400")
        @Nullable
        Integer heartbeatIntervalSeconds,

        @Schema(
                description = "Spoken when its handshake names no subprotocol. Default: the server's",
                implementation = OcppVersion.class)
        @Nullable
        String defaultVersion,

        @Schema(
                description = "Where it stands, in degrees of WGS 84; longitude belongs to it. Default: not known",
                minimum = "-90",
                maximum = "90",
                examples = "52.5163")
        @Nullable
        Double latitude,

        @Schema(
                description = "In degrees, the east positive; latitude belongs to it. Default: not known",
                minimum = "-180",
                maximum = "180",
                examples = "13.3777")
        @Nullable
        Double longitude,

        @Schema(
                description = "Where it stands, for people. Default: none",
                maxLength = LONGEST_ADDRESS,
                examples = "Pariser Platz 1, 10117 Berlin")
        @Nullable
        String address,

        @Schema(
                description =
                        "Ids of the groups that a new station is in; whoever is limited to some names one of them."
                                + " Afterwards /station-groups puts it into others. Default: none")
        @Nullable
        List<Long> groups) {
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_INTERVAL_S = 86_400;

    static StationBody present(@Nullable StationBody body) {
        return body == null ? new StationBody(null, null, null, null, null, null, null, null, null, null, null) : body;
    }

    /** A station as it would have been written. */
    static StationBody of(Station station) {
        StationConfig config = station.config();
        ZoneId zone = config.zone();
        Duration interval = config.heartbeatInterval();
        OcppVersion version = config.defaultVersion();
        return new StationBody(
                station.ref().identity(),
                config.name(),
                config.admission().word(),
                config.strict(),
                zone == null ? null : zone.getId(),
                interval == null ? null : Math.toIntExact(interval.toSeconds()),
                version == null ? null : version.number(),
                config.location().latitude(),
                config.location().longitude(),
                config.location().address(),
                null);
    }

    /** @throws Refused invalid naming the field that is not allowed */
    NewStation station() {
        if (identity == null) {
            throw Refused.invalid("identity", "identity is missing; it is what the station calls itself in its URL.");
        }
        return new NewStation(identity, config(), groups == null ? Set.of() : new TreeSet<>(groups));
    }

    /** @throws Refused invalid naming the field that is not allowed */
    StationConfig config() {
        return new StationConfig(
                checkedName(),
                checkedAdmission(),
                strict != null && strict,
                checkedZone(),
                checkedVersion(),
                checkedInterval(),
                checkedLocation());
    }

    private @Nullable String checkedName() {
        if (name != null && name.length() > LONGEST_NAME) {
            throw Refused.invalid(
                    "name", "name has " + name.length() + " characters; allowed are up to " + LONGEST_NAME + ".");
        }
        return name == null || name.isBlank() ? null : name.strip();
    }

    private Location checkedLocation() {
        if ((latitude == null) != (longitude == null)) {
            String missing = latitude == null ? "latitude" : "longitude";
            throw Refused.invalid(
                    missing, missing + " is missing; latitude and longitude belong together. Send both, or neither.");
        }
        if (address != null && address.length() > LONGEST_ADDRESS) {
            throw Refused.invalid(
                    "address",
                    "address has " + address.length() + " characters; allowed are up to " + LONGEST_ADDRESS + ".");
        }
        return new Location(
                degrees("latitude", latitude, 90),
                degrees("longitude", longitude, 180),
                address == null || address.isBlank() ? null : address.strip());
    }

    private static @Nullable Double degrees(String name, @Nullable Double degrees, int most) {
        if (degrees != null && !(Math.abs(degrees) <= most)) { // NaN too
            throw Refused.invalid(
                    name, name + " is " + degrees + "; allowed are degrees from -" + most + " to " + most + ".");
        }
        return degrees;
    }

    private Admission checkedAdmission() {
        if (admission == null) {
            return Admission.ACCEPTED;
        }
        return Admission.of(admission)
                .orElseThrow(() -> Refused.invalid(
                        "admission", "admission is '" + admission + "'; allowed are accepted, pending and rejected."));
    }

    private @Nullable ZoneId checkedZone() {
        try {
            return zone == null || zone.isBlank() ? null : ZoneId.of(zone.strip());
        } catch (DateTimeException e) {
            throw Refused.invalid(
                    "zone",
                    "zone is '" + zone + "'; allowed is a name such as Europe/Berlin, or an offset such as +02:00.");
        }
    }

    private @Nullable OcppVersion checkedVersion() {
        if (defaultVersion == null || defaultVersion.isBlank()) {
            return null;
        }
        return OcppVersion.ofNumber(defaultVersion)
                .orElseThrow(() -> Refused.invalid(
                        "defaultVersion",
                        "defaultVersion is '" + defaultVersion + "'; allowed are "
                                + Arrays.stream(OcppVersion.values())
                                        .map(OcppVersion::number)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private @Nullable Duration checkedInterval() {
        Integer seconds = heartbeatIntervalSeconds;
        if (seconds == null) {
            return null;
        }
        if (seconds < 1 || seconds > LONGEST_INTERVAL_S) {
            throw Refused.invalid(
                    "heartbeatIntervalSeconds",
                    String.format(
                            Locale.ROOT,
                            "heartbeatIntervalSeconds is %d; allowed are 1 to %d.",
                            seconds,
                            LONGEST_INTERVAL_S));
        }
        return Duration.ofSeconds(seconds);
    }
}
