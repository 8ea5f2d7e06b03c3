package org.ohmstead.reservations;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A reservation as the API shows it. */
@Schema(name = "Reservation")
public record ReservationView(
        @Schema(description = "By which its station knows it; another station may have one of the same")
        long id,

        @Schema(description = "Identity of the station") String station,
        String token,

        @Schema(description = "Null: it was made by a command of OCPP 1.6, which has no types") @Nullable
        String tokenType,

        @Schema(description = "Tokens with the same group may use it too; null: nobody else") @Nullable
        String groupToken,

        @Schema(description = "0: any") int evse,

        @Schema(description = "Any EVSE that has such a connector; null: it does not matter") @Nullable
        String connectorType,

        @Schema(implementation = ReservationState.class) String state,

        @Schema(
                description =
                        "The last word about it: the station's own, such as Accepted or Removed, or the outcome of a"
                                + " command that it did not answer, such as timedOut. Null: none yet")
        @Nullable
        String said,

        @Schema(description = "Who made it", examples = "user:anna@example.org")
        String actor,

        @Schema(description = "Number of the session that used it; null: none has") @Nullable
        Long session,

        @Schema(description = "Number of the command that asked the station for it; null: none is on record") @Nullable
        Long command,

        Instant createdAt,
        Instant expiresAt,

        @Schema(description = "When it came to its state") Instant changedAt) {
    static ReservationView of(Reservation one) {
        return new ReservationView(
                one.number(),
                one.station().identity(),
                one.holder().token(),
                one.holder().type(),
                one.holder().group(),
                one.place().evse(),
                one.place().connectorType(),
                one.state().word(),
                one.said(),
                one.actor(),
                one.session(),
                one.command(),
                one.createdAt(),
                one.expiresAt(),
                one.changedAt());
    }
}
