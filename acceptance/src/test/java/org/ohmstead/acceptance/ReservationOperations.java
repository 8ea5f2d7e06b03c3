package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.ohmstead.simulator.fleet.SimStation;

/** Calls all that is about reservations, with stations of both families: as it should be, and wrongly. */
final class ReservationOperations {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final DocumentedApi api;
    private final String token;

    /** @param token that is registered, and may charge */
    ReservationOperations(DocumentedApi api, String token) {
        this.api = api;
        this.token = token;
    }

    void call(SimStation one, SimStation two) {
        used(one);
        cancelled(two);
        refused(one.identity());
        api.call("listReservations")
                .with("station", one.identity())
                .with("state", "used")
                .with("token", token)
                .with("limit", 1)
                .gives(200);
        api.call("listReservations").with("state", "asleep").gives(400);
        api.call("listReservations").with("station", "NOBODY").gives(404);
        assertThat(api.call("listReservationsOfStation")
                        .with("station", one.identity())
                        .gives(200)
                        .path("items"))
                .isNotEmpty();
        api.call("listReservationsOfStation")
                .with("station", one.identity())
                .with("limit", 0)
                .gives(400);
    }

    private String body(String more) {
        return "{\"token\":\"" + token + "\",\"expiresAt\":\"" + Instant.now().plus(Duration.ofHours(1)) + "\"" + more
                + "}";
    }

    /** The driver comes, and the station says that the session uses it. */
    private void used(SimStation station) {
        JsonNode made = api.call("createReservation")
                .with("station", station.identity())
                .body(body(",\"evse\":1"))
                .gives(200);
        assertThat(made.at("/reservation/state").asText()).as(made.toString()).isEqualTo("accepted");
        assertThat(made.at("/command/status").asText()).isEqualTo("Accepted");
        String id = made.at("/reservation/id").asText();
        JsonNode other = api.call("createReservation")
                .with("station", station.identity())
                .body(body(",\"evse\":1"))
                .gives(200);
        assertThat(other.at("/reservation/state").asText()).isEqualTo("occupied");
        station.plugIn(1);
        station.authorize(token);
        station.start(1);
        Await.until(
                "the session has used it",
                PATIENCE,
                () -> shown(station, id).path("state").asText().equals("used"));
        assertThat(shown(station, id).path("session").asLong()).isPositive();
        station.stop(1);
        station.unplug(1);
        station.awaitDelivered();
        api.call("cancelReservation")
                .with("station", station.identity())
                .with("id", id)
                .gives(409);
    }

    private JsonNode shown(SimStation station, String id) {
        return api.call("getReservation")
                .with("station", station.identity())
                .with("id", id)
                .gives(200);
    }

    private void cancelled(SimStation station) {
        JsonNode made = api.call("createReservation")
                .with("station", station.identity())
                .with("Idempotency-Key", "keep")
                .body(body(",\"tokenType\":\"ISO14443\",\"groupToken\":\"FAMILY\""))
                .gives(200);
        assertThat(made.at("/reservation/state").asText()).as(made.toString()).isEqualTo("accepted");
        JsonNode cancelled = api.call("cancelReservation")
                .with("station", station.identity())
                .with("id", made.at("/reservation/id").asText())
                .gives(200);
        assertThat(cancelled.at("/reservation/state").asText()).isEqualTo("cancelled");
        station.disconnect();
        Await.until("it is gone", PATIENCE, () -> api.call("createReservation")
                .with("station", station.identity())
                .with("ttl", "1h")
                .body(body(",\"evse\":1"))
                .gives(202)
                .at("/reservation/state")
                .asText()
                .equals("requested"));
    }

    private void refused(String station) {
        api.call("createReservation").with("station", station).body("{}").gives(400);
        api.call("createReservation")
                .with("station", station)
                .body(body(",\"connectorType\":\"cCCS2\""))
                .gives(400);
        api.call("createReservation")
                .with("station", station)
                .body(body(",\"id\":0"))
                .gives(400);
        api.call("createReservation").with("station", "NOBODY").body(body("")).gives(404);
        api.call("getReservation").with("station", station).with("id", 9999).gives(404);
        api.call("cancelReservation").with("station", station).with("id", 9999).gives(404);
    }
}
