package org.ohmstead.dercontrol.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that happened to a control, as the API shows it. */
@Schema(name = "DerEvent")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DerEventView(
        long id,

        @Schema(description = "Identity of the station") String station,

        @Schema(
                implementation = DerEvent.Kind.class,
                description = "started or stopped: a control has; alarm: something in the grid has set one off")
        String kind,

        @Schema(description = "The control that has started or stopped") @Nullable
        String controlId,

        @Schema(description = "What kind of control the alarm is of", examples = "LVMustTrip") @Nullable
        String controlType,

        @Schema(description = "What happened in the grid, where the station tells it", examples = "UnderVoltage")
        @Nullable
        String gridEventFault,

        @Schema(description = "Details from the EV") @Nullable
        String extraInfo,

        @Schema(description = "Controls that it has displaced")
        List<String> supersededIds,

        @Schema(description = "By the station's clock") Instant timestamp,

        @Schema(description = "Of an alarm that is over, by the station's clock") @Nullable
        Instant endedAt,

        @Schema(description = "By the server's clock") Instant receivedAt) {
    static DerEventView of(DerEvent event) {
        return new DerEventView(
                event.id(),
                event.station(),
                event.kind().word(),
                event.controlId(),
                event.type(),
                event.fault(),
                event.note(),
                event.superseded(),
                event.at(),
                event.endedAt(),
                event.receivedAt());
    }
}
