package org.ohmstead.monitoring.monitors;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a station has last agreed to report. */
@Schema(name = "MonitoringState")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MonitoringState(
        @Schema(
                enumeration = {"All", "FactoryDefault", "HardWiredOnly"},
                description = "Set of monitors. Absent: never set from here")
        @Nullable
        String base,

        @Nullable Instant baseAt,

        @Schema(description = "Events up to this severity are reported, 0 to 9. Absent: never set from here") @Nullable
        Integer severity,

        @Nullable Instant severityAt) {
    static final MonitoringState UNKNOWN = new MonitoringState(null, null, null, null);
}
