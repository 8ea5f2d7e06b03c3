package org.ohmstead.monitoring.monitors;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A monitor as the API shows it. */
@Schema(name = "Monitor")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MonitorView(
        @Schema(description = "Given by the station; it may give others after a firmware update")
        long id,

        @Schema(description = "As the station or the request wrote it (ComponentType of OCPP 2.x)")
        JsonNode component,

        @Schema(description = "As the station or the request wrote it (VariableType of OCPP 2.x)")
        JsonNode variable,

        @Schema(description = "When it reports", examples = "UpperThreshold")
        String type,

        @Schema(description = "The bound, the change or the distance; for Periodic types the interval in seconds")
        @Nullable
        BigDecimal value,

        @Schema(description = "0 danger to life, 5 alert, 9 debugging")
        int severity,

        @Schema(description = "Whether it acts during charging sessions only")
        boolean transaction,

        @Schema(
                description = "HardWiredMonitor, PreconfiguredMonitor or CustomMonitor, as a station of 2.1 reports it",
                examples = "CustomMonitor")
        @Nullable
        String kind,

        @Schema(description = "Whether it was set from outside, as far as is known")
        boolean custom,

        @Schema(description = "Pace of its stream, as it was asked for. Absent: none was") @Nullable
        JsonNode stream,

        @Schema(description = "When the station last told of it")
        Instant knownAt) {
    static MonitorView of(StationMonitor one) {
        JsonNode monitor = one.monitor();
        JsonNode kind = monitor.path("eventNotificationType");
        JsonNode stream = monitor.path(MonitorCommands.STREAM);
        return new MonitorView(
                one.number(),
                one.variable().component(),
                one.variable().variable(),
                monitor.path("type").asText(),
                monitor.path("value").isNumber() ? monitor.path("value").decimalValue() : null,
                one.severity(),
                monitor.path("transaction").asBoolean(),
                kind.isTextual() ? kind.asText() : null,
                one.isCustom(),
                stream.isObject() ? stream : null,
                one.knownAt());
    }
}
