package org.ohmstead.smartcharging.priority;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether priority charging is on for a transaction. */
@Schema(name = "PriorityCharging")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Priority(
        @Schema(description = "The station's id of the transaction")
        String transactionId,

        boolean active,

        @Schema(
                enumeration = {"csms", "station"},
                description = "Whose word that is: it was accepted from here, or the station told of it")
        String source,

        Instant changedAt) {}
