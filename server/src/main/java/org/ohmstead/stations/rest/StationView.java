package org.ohmstead.stations.rest;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.EntityTag;
import org.ohmstead.api.Tagged;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.Admission;
import org.ohmstead.stations.BootFacts;
import org.ohmstead.stations.ClockOffset;
import org.ohmstead.stations.Registration;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.groups.StationGroupName;
import org.ohmstead.stations.lists.StationSummary;

/** A station as the API shows it. */
public record StationView(
        String identity,
        @Nullable String name,
        @Schema(implementation = Admission.class) String admission,

        @Schema(description = "What its last BootNotification was answered", implementation = Registration.class)
        String registration,

        boolean connected,
        boolean strict,
        @Nullable String zone,
        @Nullable Integer heartbeatIntervalSeconds,

        @Schema(implementation = OcppVersion.class) @Nullable
        String defaultVersion,

        boolean hasPassword,

        @Schema(description = "Of its connection, or of its last one", implementation = OcppVersion.class) @Nullable
        String ocppVersion,

        @Nullable String vendor,
        @Nullable String model,
        @Nullable String serialNumber,
        @Nullable String firmwareVersion,
        @Nullable String iccid,
        @Nullable String imsi,
        @Nullable String meterType,
        @Nullable String meterSerialNumber,

        @Schema(description = "Why it booted last, in the words of OCPP 2.x") @Nullable
        String bootReason,

        @Schema(description = "Where it stands, in degrees of WGS 84; null: nobody has said") @Nullable
        Double latitude,

        @Nullable Double longitude,

        @Schema(description = "Where it stands, for people") @Nullable
        String address,

        @Schema(description = "How it is now: its connectors and its sessions")
        StationSummary summary,

        @Nullable Instant lastBootAt,

        @Schema(description = "When it last sent anything at all") @Nullable
        Instant lastSeenAt,

        @Nullable ClockOffsetView clockOffset,

        @Schema(
                description =
                        "Actions that it answered with NotSupported or NotImplemented, since its firmware last changed")
        List<String> unsupportedActions,

        @Schema(description = "The groups that it is in, by their names; whoever is limited to some sees these only")
        List<StationGroupName> groups,

        @Schema(description = "What is wrong with it, or is allowed and may yet give trouble, in words for people")
        List<String> warnings,

        Instant createdAt,
        Instant updatedAt)
        implements Tagged {

    /** Of what an operator decides; what the station does by itself is in {@code updatedAt} where it changes the row. */
    @Override
    public EntityTag entityTag() {
        return EntityTag.of(
                identity,
                createdAt,
                updatedAt,
                name,
                admission,
                strict,
                zone,
                heartbeatIntervalSeconds,
                defaultVersion,
                hasPassword,
                latitude,
                longitude,
                address);
    }

    /** What is known of a station beside its row. @param connected the version that it speaks; null: it is not connected */
    record Beside(
            @Nullable OcppVersion connected,
            @Nullable Instant lastSeenAt,
            @Nullable ClockOffset clock,
            StationSummary summary,
            List<StationGroupName> groups,
            List<String> warnings) {}

    static StationView of(Station station, Beside beside) {
        StationBody body = StationBody.of(station);
        BootFacts facts = station.facts();
        OcppVersion version = beside.connected() == null ? station.lastVersion() : beside.connected();
        return new StationView(
                station.ref().identity(),
                body.name(),
                station.admission().word(),
                station.registration().word(),
                beside.connected() != null,
                station.strict(),
                body.zone(),
                body.heartbeatIntervalSeconds(),
                body.defaultVersion(),
                station.hasPassword(),
                version == null ? null : version.number(),
                facts.vendor(),
                facts.model(),
                facts.serialNumber(),
                facts.firmwareVersion(),
                facts.iccid(),
                facts.imsi(),
                facts.meterType(),
                facts.meterSerialNumber(),
                facts.reason(),
                body.latitude(),
                body.longitude(),
                body.address(),
                beside.summary(),
                station.times().lastBootAt(),
                beside.lastSeenAt(),
                ClockOffsetView.of(beside.clock()),
                station.unsupportedActions(),
                beside.groups(),
                beside.warnings(),
                station.times().createdAt(),
                station.times().updatedAt());
    }
}
