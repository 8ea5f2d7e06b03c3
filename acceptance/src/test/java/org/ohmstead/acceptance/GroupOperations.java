package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** Calls all that is about groups of stations, and each list that may be asked for one: as it should be, and wrongly. */
final class GroupOperations {
    private final DocumentedApi api;

    GroupOperations(DocumentedApi api) {
        this.api = api;
    }

    void call() {
        long yard = made("Yard");
        api.call("createStationGroup").body("{\"name\":\"YARD\"}").gives(409);
        api.call("createStationGroup").body("{}").gives(400);
        api.call("listStationGroups").with("q", "yar").with("limit", 1).gives(200);
        api.call("listStationGroups").with("limit", 0).gives(400);
        api.call("getStationGroup").with("id", yard).gives(200);
        api.call("getStationGroup").with("id", "yard").gives(404);
        api.call("changeStationGroup")
                .with("id", yard)
                .body("{\"name\":\"Car park\"}")
                .gives(200);
        api.call("changeStationGroup").with("id", yard).body("{\"name\":\"\"}").gives(400);
        stations(yard);
        filters(yard);
        limits(yard);
        api.call("removeStationGroup").with("id", yard).gives(204);
        api.call("removeStationGroup").with("id", yard).gives(404);
    }

    private long made(String name) {
        return api.call("createStationGroup")
                .body("{\"name\":\"" + name + "\",\"note\":\"behind the house\"}")
                .gives(201)
                .path("id")
                .asLong();
    }

    private void stations(long yard) {
        JsonNode made = api.call("createStation")
                .body("{\"identity\":\"GRP-1\",\"groups\":[" + yard + "]}")
                .gives(201);
        assertThat(made.at("/groups/0/name").asText()).isEqualTo("Car park");
        api.call("createStation")
                .body("{\"identity\":\"GRP-2\",\"groups\":[0]}")
                .gives(400);
        api.call("createStation").body("{\"identity\":\"GRP-2\"}").gives(201);
        api.call("changeStation")
                .with("station", "GRP-2")
                .body("{\"groups\":[" + yard + "]}")
                .gives(400);
        api.call("addStationToGroup").with("id", yard).with("station", "GRP-2").gives(204);
        api.call("addStationToGroup").with("id", yard).with("station", "NOBODY").gives(404);
        assertThat(api.call("listStationGroupStations")
                        .with("id", yard)
                        .gives(200)
                        .path("items"))
                .hasSize(2);
        api.call("listStationGroupStations").with("id", 0).gives(404);
        api.call("removeStationFromGroup")
                .with("id", yard)
                .with("station", "GRP-1")
                .gives(204);
        api.call("removeStationFromGroup")
                .with("id", 0)
                .with("station", "GRP-1")
                .gives(404);
        assertThat(api.call("setStationGroupStations")
                        .with("id", yard)
                        .body("{\"stations\":[\"grp-1\"]}")
                        .gives(200)
                        .path("stations")
                        .asInt())
                .isOne();
        api.call("setStationGroupStations")
                .with("id", yard)
                .body("{\"stations\":[\"NOBODY\"]}")
                .gives(400);
    }

    /** Of each list that has the parameter, whichever these are. */
    private void filters(long yard) {
        int lists = 0;
        for (ApiDocument.Operation operation : api.document().operations().values()) {
            if (!api.document().parameters(operation, "query").containsKey("stationGroup")) {
                continue;
            }
            lists++;
            api.call(operation.id()).with("stationGroup", 0).gives(400);
            if (!operation.streams()) { // which does not end
                DocumentedApi.Call call = api.call(operation.id()).with("stationGroup", yard);
                boolean ofOne = operation.id().startsWith("listMeter");
                JsonNode items = (ofOne ? call.with("station", "DOC-V16") : call)
                        .gives(200)
                        .path("items");
                assertThat(items.findValuesAsText("station")).as(operation.id()).isEmpty(); // it has never connected
            }
        }
        assertThat(api.call("listStations")
                        .with("stationGroup", yard)
                        .gives(200)
                        .path("items")
                        .findValuesAsText("identity"))
                .containsExactly("GRP-1");
        assertThat(lists).isEqualTo(23);
    }

    private void limits(long yard) {
        String body = "{\"name\":\"porter\",\"permissions\":[\"station.read\"],\"stationGroups\":[%d]}";
        api.call("createRole").body(String.format(body, 0)).gives(400);
        api.call("createApiKey").body(String.format(body, 0)).gives(400);
        api.call("createRole").body(String.format(body, yard)).gives(201);
        api.call("removeStationGroup").with("id", yard).gives(409);
        api.call("removeRole").with("name", "porter").gives(204);
    }
}
