package org.ohmstead.reservations;

import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ohmstead.commands.verbs.VerbView;

/** A reservation, and what came of the command about it. */
@Schema(name = "ReservationResult")
public record ReservationResult(
        @Schema(description = "As it stands now") ReservationView reservation,

        @Schema(description = "What came of the command") VerbView command) {
    static Response answer(Reservations.Told told) {
        return VerbView.answer(
                told.result(),
                new ReservationResult(ReservationView.of(told.reservation()), VerbView.of(told.result())));
    }
}
