package org.ohmstead.monitoring.alerts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An alert as the API shows it. */
@Schema(name = "StationAlert")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StationAlertView(
        long id,

        @Schema(description = "Identity of the station") String station,

        @Schema(
                description = "0 danger to life, 1 hardware failure, 2 system failure, 3 critical, 4 error, 5 alert, 6"
                        + " warning, 7 notice, 8 information, 9 debugging. Absent: the station did not tell, and"
                        + " its monitor is not known")
        @Nullable
        Integer severity,

        @Schema(
                description =
                        "Number of the monitor that raised it, as in the list of monitors. Absent: none that has one")
        @Nullable
        Integer monitor,

        @Schema(description = "The component, as the station wrote it")
        JsonNode component,

        @Schema(description = "The variable, as the station wrote it")
        JsonNode variable,

        @Schema(description = "Its value at the latest event that says so", examples = "true")
        String value,

        @Schema(description = "That event, as the station sent it (EventDataType)")
        JsonNode event,

        @Schema(description = "How many events have said so since it was raised")
        int events,

        @Schema(description = "By the station's clock") Instant raisedAt,

        @Schema(description = "When the first of these events came")
        Instant receivedAt,

        @Schema(description = "When the latest of them happened, by the station's clock")
        Instant lastAt,

        @Schema(description = "Absent: it is open") @Nullable
        Instant endedAt,

        @Schema(
                description = "cleared: the station said that it is over; monitor-removed: nobody watches it any more;"
                        + " otherwise who closed it. Absent: it is open",
                examples = "cleared")
        @Nullable
        String endedBy) {
    static StationAlertView of(StationAlert alert) {
        return new StationAlertView(
                alert.id(),
                alert.station(),
                alert.severity(),
                alert.monitor(),
                alert.event().path("component"),
                alert.event().path("variable"),
                alert.event().path("actualValue").asText(),
                alert.event(),
                alert.count(),
                alert.raisedAt(),
                alert.receivedAt(),
                alert.lastAt(),
                alert.endedAt(),
                alert.endedBy());
    }
}
