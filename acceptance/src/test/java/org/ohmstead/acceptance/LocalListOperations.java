package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.ohmstead.simulator.fleet.SimStation;

/** Calls all that is about the lists of tokens that stations keep: as it should be, and wrongly. */
final class LocalListOperations {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final DocumentedApi api;

    LocalListOperations(DocumentedApi api) {
        this.api = api;
    }

    void call(SimStation... stations) {
        for (SimStation station : stations) {
            synced(station);
            followed(station);
            away(station);
        }
        api.call("getLocalList").with("station", "NOBODY").gives(404);
        api.call("listLocalListEntries").with("station", "NOBODY").gives(404);
        api.call("syncLocalList").with("station", "NOBODY").body("{}").gives(404);
        api.call("refreshLocalList").with("station", "NOBODY").gives(404);
        api.call("configureLocalList").with("station", "NOBODY").body("{}").gives(404);
    }

    private void synced(SimStation station) {
        String identity = station.identity();
        JsonNode whole =
                api.call("syncLocalList").with("station", identity).body("{}").gives(200);
        assertThat(whole.path("outcome").asText()).as(whole.toString()).isEqualTo("replaced");
        assertThat(version(station)).isEqualTo(whole.at("/list/version").asInt());
        JsonNode none = api.call("syncLocalList")
                .with("station", identity)
                .with("timeout", "10s")
                .gives(200);
        assertThat(none.path("outcome").asText()).isEqualTo("upToDate");
        token("LIST-" + identity);
        JsonNode more = api.call("syncLocalList")
                .with("station", identity)
                .body("{\"full\":false}")
                .gives(200);
        assertThat(more.path("outcome").asText()).isEqualTo("updated");
        assertThat(more.path("put").asInt()).isEqualTo(1);
        assertThat(version(station)).isEqualTo(more.at("/list/version").asInt());
        assertThat(station.authorize("LIST-" + identity))
                .as("known offline, too")
                .isNotNull();
        api.call("syncLocalList")
                .with("station", identity)
                .with("timeout", "soon")
                .body("{}")
                .gives(400);
        JsonNode told = api.call("refreshLocalList").with("station", identity).gives(200);
        assertThat(told.path("outcome").asText()).isEqualTo("answered");
        assertThat(api.call("listLocalListEntries")
                        .with("station", identity)
                        .with("limit", 1)
                        .gives(200)
                        .path("items"))
                .hasSize(1);
        api.call("listLocalListEntries")
                .with("station", identity)
                .with("limit", 0)
                .gives(400);
    }

    private void token(String value) {
        api.call("createToken").body("{\"value\":\"" + value + "\"}").gives(201);
    }

    private static int version(SimStation station) {
        synchronized (station.station()) {
            return station.station().localList().version();
        }
    }

    /** Switched on, a change of tokens comes to the station by itself. */
    private void followed(SimStation station) {
        String identity = station.identity();
        api.call("configureLocalList")
                .with("station", identity)
                .body("{\"autoSync\":true,\"whenTooMany\":\"newest\"}")
                .gives(200);
        api.call("configureLocalList")
                .with("station", identity)
                .body("{\"whenTooMany\":\"forget\"}")
                .gives(400);
        int before = version(station);
        token("AUTO-" + identity);
        Await.until("the station has the new token", PATIENCE, () -> version(station) > before);
        api.call("configureLocalList")
                .with("station", identity)
                .body("{\"autoSync\":false}")
                .gives(200);
    }

    private void away(SimStation station) {
        String identity = station.identity();
        token("AWAY-" + identity);
        station.disconnect();
        Await.until("it is gone", PATIENCE, () -> api.call("syncLocalList")
                .with("station", identity)
                .body("{}")
                .gives(200)
                .path("outcome")
                .asText()
                .equals("notConnected"));
        assertThat(api.call("getLocalList")
                        .with("station", identity)
                        .gives(200)
                        .path("due")
                        .asBoolean())
                .isTrue();
        int before = version(station);
        station.connect();
        Await.until("it is brought up to date", PATIENCE, () -> version(station) > before);
    }
}
