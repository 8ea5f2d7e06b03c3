package org.ohmstead.remote.starts;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A remote start as somebody wants it. */
@Schema(name = "RemoteStartBody")
public record RemoteStartBody(
        @Schema(
                description =
                        "Value of the token that is charged with. One that is registered has to be accepted at this"
                                + " station. Any other is vouched for by this request: the station is told that it is"
                                + " accepted, for this start alone",
                maxLength = 36,
                required = true,
                examples = "04A2B3C4D5E680")
        @Nullable
        String token,

        @Schema(
                description = "Type of the token in OCPP 2.x; default: as it is registered, else Central",
                maxLength = 20,
                examples = "Central")
        @Nullable
        String tokenType,

        @Schema(description = "Group that the token is to count as one of; 2.x only", maxLength = 36) @Nullable
        String groupToken,

        @Schema(
                description = "Where; connector n of OCPP 1.6 is EVSE n. Default: the only one of the station, else the"
                        + " station may choose, or refuse",
                minimum = "1")
        @Nullable
        Integer evse,

        @Schema(
                type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT,
                description = "A TxProfile for the session, in the words of the station's OCPP version")
        @Nullable
        JsonNode chargingProfile) {}
