package org.ohmstead.reservations;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be reserved, and for whom. */
public record ReservationBody(
        @Schema(
                description = "The driver's token, as its reader reads it",
                required = true,
                maxLength = 255,
                examples = "04A2B3C4D5E680")
        @Nullable
        String token,

        @Schema(
                description =
                        "Type of the token (2.x). Default: as the token is registered, or ISO14443 where nobody knows"
                                + " it",
                examples = "ISO14443")
        @Nullable
        String tokenType,

        @Schema(
                description =
                        "Parent (1.6) or group (2.x): tokens with the same one may use it too. Default: that of the"
                                + " token as it is registered")
        @Nullable
        String groupToken,

        @Schema(
                description =
                        "EVSE; of OCPP 1.6 the connector. Absent or 0: any that is free, which not every station can"
                                + " do",
                minimum = "0",
                examples = "1")
        @Nullable
        Integer evse,

        @Schema(
                description =
                        "With OCPP 1.6 it may be 1, as each EVSE has that one only. With OCPP 2.x an EVSE is reserved"
                                + " as a whole: leave it out",
                examples = "1")
        @Nullable
        Integer connector,

        @Schema(description = "Any EVSE that has a connector of this type (2.x), in OCPP's words", examples = "cCCS2")
        @Nullable
        String connectorType,

        @Schema(description = "Until when it is kept", required = true, examples = "2030-05-01T12:00:00Z") @Nullable
        Instant expiresAt,

        @Schema(
                description =
                        "By which the station knows it: of a reservation that stands, to replace it. Default: a new"
                                + " one",
                minimum = "1",
                maximum = "2147483647",
                examples = "7")
        @Nullable
        Long id) {}
