package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls all that is about the remote control of a station: as it should be, and wrongly. */
final class RemoteControlOperations {
    private final DocumentedApi api;
    private final String station;

    /** @param station a simulated one of 2.1 that is connected and has charged */
    RemoteControlOperations(DocumentedApi api, String station) {
        this.api = api;
        this.station = station;
    }

    void call() {
        starts();
        resets();
        controls();
        availability();
    }

    private void starts() {
        JsonNode start = api.call("startRemotely")
                .with("station", station)
                .with("wait", "20s")
                .with("timeout", "20s")
                .with("Idempotency-Key", "remote-1")
                .body("{\"token\":\"APP-1\",\"tokenType\":\"Central\",\"groupToken\":\"FLEET\",\"evse\":1}")
                .gives(200);
        assertThat(start.path("state").asText()).isEqualTo("accepted");
        api.call("getRemoteStart").with("id", start.path("id").asLong()).gives(200);
        api.call("getRemoteStart").with("id", "first").gives(404);
        api.call("listRemoteStarts")
                .with("station", station)
                .with("state", "accepted")
                .with("token", "APP-1")
                .with("from", "2020-01-31T12:00:00Z")
                .with("to", "2050-01-31T12:00:00Z")
                .with("limit", 1)
                .gives(200);
        api.call("listRemoteStarts").with("state", "nonsense").gives(400);
        api.call("listRemoteStarts").with("station", "NOBODY").gives(404);
        long stolen = api.call("createToken")
                .body("{\"value\":\"STOLEN-1\",\"type\":\"ISO14443\",\"blocked\":true}")
                .gives(201)
                .path("id")
                .asLong();
        assertThat(stolen).isPositive();
        refused("startRemotely", "{\"token\":\"STOLEN-1\",\"evse\":1}", 409, "token");
        refused("startRemotely", "{}", 400, "token");
        refused("startRemotely", "{\"token\":\"A\",\"evse\":-1}", 400, "evse");
        refused(
                "startRemotely",
                "{\"token\":\"A\",\"chargingProfile\":{\"chargingProfilePurpose\":\"TxDefaultProfile\"}}",
                400,
                "chargingProfile.chargingProfilePurpose");
        refused(
                "startRemotely",
                "{\"token\":\"A\",\"chargingProfile\":{\"chargingProfilePurpose\":\"TxProfile\"}}",
                400,
                null);
    }

    private void resets() {
        JsonNode reset = api.call("resetStation")
                .with("station", station)
                .body("{\"type\":\"immediate\",\"evse\":1}")
                .gives(200);
        api.call("getReset").with("id", reset.path("id").asLong()).gives(200);
        api.call("getReset").with("id", "first").gives(404);
        api.call("listResets")
                .with("station", station)
                .with("state", reset.path("state").asText())
                .with("from", "2020-01-31T12:00:00Z")
                .with("to", "2050-01-31T12:00:00Z")
                .gives(200);
        api.call("listResets").with("state", "nonsense").gives(400);
        refused("resetStation", "{}", 400, "type");
        refused("resetStation", "{\"type\":\"immediate\",\"evse\":0}", 400, "evse");
    }

    private void controls() {
        api.call("unlockConnector")
                .with("station", station)
                .with("evse", 1)
                .body("{\"connector\":1}")
                .gives(200);
        api.call("unlockConnector")
                .with("station", station)
                .with("evse", 0)
                .body("{}")
                .gives(400);
        api.call("triggerMessage")
                .with("station", station)
                .body("{\"message\":\"MeterValues\",\"evse\":1}")
                .gives(200);
        refused("triggerMessage", "{\"message\":\"Nonsense\"}", 400, "message");
        for (String operation : List.of("clearAuthorizationCache", "checkMessageQueue")) {
            api.call(operation).with("station", station).gives(200);
            api.call(operation).with("station", station).with("ttl", "for ever").gives(400);
            api.call(operation).with("station", "NOBODY").gives(404);
        }
        JsonNode session =
                api.call("listSessions").with("station", station).gives(200).at("/items/0/id");
        api.call("checkSession").with("id", session.asLong()).gives(200);
        api.call("checkSession").with("id", "first").gives(404);
    }

    private void availability() {
        api.call("setAvailability")
                .with("station", station)
                .body("{\"operative\":false,\"evse\":1,\"connector\":1,\"reason\":\"Repair\","
                        + "\"until\":\"2050-01-31T12:00:00Z\"}")
                .gives(200);
        api.call("setAvailability")
                .with("station", station)
                .body("{\"operative\":true,\"evse\":1,\"connector\":1}")
                .gives(200);
        refused("setAvailability", "{\"evse\":1}", 400, "operative");
        refused("setAvailability", "{\"operative\":true,\"evse\":77}", 404, null);
        assertThat(api.call("listWantedAvailability")
                        .with("station", station)
                        .gives(200)
                        .path("items"))
                .hasSize(1);
        api.call("listWantedAvailability").with("station", "NOBODY").gives(404);
    }

    private void refused(String operation, String body, int status, @Nullable String field) {
        JsonNode problem =
                api.call(operation).with("station", station).body(body).gives(status);
        if (field != null) {
            assertThat(problem.path("field").asText()).isEqualTo(field);
        }
    }
}
