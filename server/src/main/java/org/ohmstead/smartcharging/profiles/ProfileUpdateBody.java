package org.ohmstead.smartcharging.profiles;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** New values of a dynamic profile. */
@Schema(name = "ChargingProfileUpdate")
public record ProfileUpdateBody(
        @Schema(
                required = true,
                description = "ChargingScheduleUpdate of OCPP 2.1: limit, dischargeLimit, setpoint and their values per"
                        + " phase, in the unit of the profile. What is left out stays",
                examples = "{\"limit\":7400}")
        @Nullable
        JsonNode values,

        @Schema(
                description =
                        "Whether the station is told now. false: it is told when it asks by itself. Default: true")
        @Nullable
        Boolean push) {}
