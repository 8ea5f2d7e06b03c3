package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.ohmstead.simulator.fleet.SimStation;

/** Calls what keeps commands, and sends one to many stations; CMD-V16 is known and away, and another does not want. */
final class CommandOperations {
    private static final String BULK =
            "{\"action\":\"Reset\",\"payload\":{\"type\":\"Immediate\"},\"ocpp16\":{\"action\":\"Reset\",\"payload\":"
                    + "{\"type\":\"Soft\"}},\"parallel\":2,\"timeout\":\"5s\",\"stations\":[\"CMD-V16\"]}";

    private final DocumentedApi api;
    private final SimStation moody;

    CommandOperations(DocumentedApi api, SimStation moody) {
        this.api = api;
        this.moody = moody;
    }

    void call() {
        commandsThatAreKept();
        oneForMany();
        capabilities();
    }

    private void commandsThatAreKept() {
        String reset = "{\"action\":\"Reset\",\"ttl\":\"1h\",\"payload\":{\"type\":\"Soft\"}}";
        String id = api.call("sendCommand")
                .with("station", "CMD-V16")
                .with("Idempotency-Key", "once")
                .body(reset)
                .gives(202)
                .path("id")
                .asText();
        JsonNode again = api.call("sendCommand")
                .with("station", "CMD-V16")
                .with("Idempotency-Key", "once")
                .body(reset)
                .gives(202);
        assertThat(again.path("id").asText()).isEqualTo(id);
        api.call("sendCommand")
                .with("station", "CMD-V16")
                .with("Idempotency-Key", "once")
                .body(reset.replace("Soft", "Hard"))
                .gives(409);
        api.call("sendCommand")
                .with("station", "CMD-V16")
                .body(reset.replace("1h", "soon"))
                .gives(400);
        assertThat(api.list("listCommands")).isNotEmpty();
        assertThat(api.list("listCommands", "station", "CMD-V16", "state", "queued", "action", "Reset"))
                .hasSize(1);
        api.list("listCommands", "outcome", "answered", "actor", "local");
        api.call("listCommands").with("state", "asleep").gives(400);
        api.call("listCommands").with("outcome", "maybe").gives(400);
        api.call("listCommands").with("station", "NOBODY").gives(404);
        api.call("getCommand").with("id", id).gives(200);
        api.call("getCommand").with("id", "999999").gives(404);
        JsonNode cancelled = api.call("cancelCommand").with("id", id).gives(200);
        assertThat(cancelled.path("outcome").asText()).isEqualTo("cancelled");
        api.call("cancelCommand").with("id", id).gives(409);
        api.call("cancelCommand").with("id", "999999").gives(404);
    }

    private void oneForMany() {
        JsonNode begun = api.call("sendBulkCommand").body(BULK).gives(202);
        String id = begun.path("id").asText();
        Await.until("all had their turn", Duration.ofMinutes(1), () -> api.call("getBulkCommand")
                .with("id", id)
                .gives(200)
                .path("state")
                .asText()
                .equals("ended"));
        JsonNode ended = api.call("getBulkCommand").with("id", id).gives(200);
        assertThat(ended.at("/outcomes/notConnected").asInt())
                .as(ended.toString())
                .isEqualTo(1);
        api.call("getBulkCommand").with("id", "999999").gives(404);
        assertThat(api.list("listBulkCommands")).isNotEmpty();
        api.call("listBulkCommands").with("limit", 0).gives(400);
        JsonNode one = api.list("listBulkCommandStations", "id", id).get(0);
        assertThat(one.path("outcome").asText()).isEqualTo("notConnected");
        api.call("listBulkCommandStations").with("id", id).accepting("text/csv").gives(200);
        api.call("listBulkCommandStations").with("id", "x").gives(404);
        api.call("streamBulkCommand")
                .with("id", id)
                .accepting("text/event-stream")
                .gives(200);
        api.call("streamBulkCommand").with("id", "999999").gives(404);
        api.call("stopBulkCommand").with("id", id).gives(409);
        api.call("stopBulkCommand").with("id", "999999").gives(404);
        api.call("sendBulkCommand")
                .body(BULK.replace("\"parallel\":2", "\"parallel\":0"))
                .gives(400);
        api.call("sendBulkCommand").body(BULK.replace("CMD-V16", "NOBODY")).gives(400);
        api.call("sendBulkCommand").body(BULK.replace("Soft", "Gentle")).gives(400);
        moody.mischief().silent(true);
        String hanging = BULK.replace("\"parallel\":2", "\"parallel\":1")
                .replace("\"timeout\":\"5s\"", "\"ttl\":\"1h\"")
                .replace("\"stations\":[\"CMD-V16\"]", "\"filter\":{\"q\":\"M\"}")
                .replace("\"action\":\"Reset\",\"payload\":{\"type\":\"Immediate\"}", "\"action\":\"ClearCache\"");
        String stopped =
                api.call("sendBulkCommand").body(hanging).gives(202).path("id").asText();
        assertThat(api.call("stopBulkCommand")
                        .with("id", stopped)
                        .gives(200)
                        .path("state")
                        .asText())
                .isIn("stopping", "stopped");
        moody.mischief().silent(false);
    }

    private void capabilities() {
        moody.mischief().refusesCommands(true);
        for (String action : new String[] {"ClearCache", "GetLocalListVersion"}) {
            api.call("sendCommand")
                    .with("station", moody.identity())
                    .body("{\"action\":\"" + action + "\"}")
                    .gives(200);
        }
        assertThat(unsupported()).contains("ClearCache", "GetLocalListVersion");
        api.call("forgetUnsupportedAction")
                .with("station", moody.identity())
                .with("action", "ClearCache")
                .gives(204);
        assertThat(unsupported()).contains("GetLocalListVersion").doesNotContain("ClearCache");
        api.call("forgetUnsupportedActions").with("station", moody.identity()).gives(204);
        assertThat(unsupported()).isEqualTo("[]");
        api.call("forgetUnsupportedActions").with("station", "NOBODY").gives(404);
        api.call("forgetUnsupportedAction")
                .with("station", "NOBODY")
                .with("action", "GetLog")
                .gives(404);
    }

    private String unsupported() {
        return api.call("getStation")
                .with("station", moody.identity())
                .gives(200)
                .path("unsupportedActions")
                .toString();
    }
}
