package org.ohmstead.virtualstations;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ohmstead.ocpp.OcppVersion;

/** A simulated station that runs. */
@Schema(name = "VirtualStation")
public record VirtualStationView(
        @Schema(examples = "VIRTUAL-1") String identity,
        @Schema(implementation = OcppVersion.class) String ocppVersion,
        Instant startedAt) {}
