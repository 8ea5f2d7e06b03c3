package org.ohmstead.monitoring.streams;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A stream as the API shows it. */
@Schema(name = "EventStream")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventStreamView(
        long id,

        @Schema(description = "The station's own number of it, which it uses again once a stream has ended")
        long number,

        @Schema(description = "Number of the monitor whose values it carries")
        long monitor,

        @Schema(description = "What the monitor watches (ComponentType of OCPP 2.x). Absent: the monitor is not known")
        @Nullable
        JsonNode component,

        @Schema(description = "What the monitor watches (VariableType of OCPP 2.x). Absent: the monitor is not known")
        @Nullable
        JsonNode variable,

        @Schema(description = "Seconds between messages") @Nullable
        Long interval,

        @Schema(description = "How many values are gathered for a message") @Nullable
        Long values,

        @Schema(
                description =
                        "How many values waited at the station at the latest message; where it grows, let messages come"
                                + " more often or with more values")
        @Nullable
        Long pending,

        Instant openedAt,

        @Schema(description = "When the latest values came") @Nullable
        Instant lastAt,

        @Schema(description = "Absent: it is open") @Nullable
        Instant closedAt,

        @Schema(
                enumeration = {"station", "boot", "monitor-removed", "replaced", "not-listed"},
                description = "Why it has ended. Absent: it is open")
        @Nullable
        String closedBy) {
    static EventStreamView of(EventStream stream) {
        return new EventStreamView(
                stream.id(),
                stream.number(),
                stream.monitor(),
                stream.variable() == null ? null : stream.variable().component(),
                stream.variable() == null ? null : stream.variable().variable(),
                stream.pace().interval(),
                stream.pace().values(),
                stream.pending(),
                stream.openedAt(),
                stream.lastAt(),
                stream.closedAt(),
                stream.closedBy());
    }
}
