package org.ohmstead.smartcharging.priority;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether priority charging is wanted. */
@Schema(name = "PriorityChargingBody")
public record PriorityBody(
        @Schema(description = "true: on; false: off", required = true) @Nullable
        Boolean active) {}
