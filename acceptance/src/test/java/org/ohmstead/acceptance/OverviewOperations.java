package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** Calls what the first screens of a dashboard ask for: as it should be, and wrongly. */
final class OverviewOperations {
    private final DocumentedApi api;
    private final String station;

    /** @param station that is connected, and charged once */
    OverviewOperations(DocumentedApi api, String station) {
        this.api = api;
        this.station = station;
    }

    void call() {
        overview();
        stations();
        places();
        diagnosis();
        settings();
    }

    private void overview() {
        JsonNode overview = api.call("getOverview").gives(200);
        assertThat(overview.at("/stations/total").asInt()).isPositive();
        assertThat(overview.at("/stations/connected").asInt()).isPositive();
        assertThat(overview.path("zone").asText()).isEqualTo("UTC");
        api.call("getOverview").with("zone", "Europe/Berlin").gives(200);
        api.call("getOverview").with("zone", "Nowhere").gives(400);
    }

    private void stations() {
        JsonNode found = api.call("listStations").with("q", station).gives(200).at("/items/0/summary");
        assertThat(found.path("status").asText()).isNotEqualTo("offline");
        for (String sort : new String[] {"identity", "-identity", "name", "-lastSeenAt", "status"}) {
            JsonNode page =
                    api.call("listStations").with("sort", sort).with("limit", 1).gives(200);
            api.call("listStations")
                    .with("sort", sort)
                    .with("limit", 1)
                    .with("cursor", page.path("next").asText())
                    .gives(200);
        }
        api.call("listStations").with("status", "offline").gives(200);
        api.call("listStations").with("status", "broken").gives(400);
        api.call("listStations").with("sort", "colour").gives(400);
    }

    private void places() {
        JsonNode placed = api.call("changeStation")
                .with("station", station)
                .body("{\"latitude\":52.5163,\"longitude\":13.3777,\"address\":\"Pariser Platz 1\"}")
                .gives(200);
        assertThat(placed.path("latitude").asDouble()).isEqualTo(52.5163);
        api.call("changeStation")
                .with("station", station)
                .body("{\"latitude\":91}")
                .gives(400);
        api.call("changeStation")
                .with("station", station)
                .body("{\"longitude\":null}")
                .gives(400);
        assertThat(api.call("listStationPlaces").gives(200).path("items").findValuesAsText("identity"))
                .containsExactly(station);
        api.call("listStationPlaces").with("stationGroup", 0).gives(400);
    }

    private void diagnosis() {
        JsonNode found = api.call("getStartDiagnosis").with("station", station).gives(200);
        assertThat(found.path("checks")).hasSize(11);
        assertThat(found.at("/checks/0/code").asText()).isEqualTo("connected");
        JsonNode early = api.call("getStartDiagnosis")
                .with("station", station)
                .with("token", "NOBODYS")
                .with("at", "2026-01-01T00:00:00Z")
                .gives(200);
        assertThat(early.path("conclusion").asText()).isEqualTo("never_connected");
        api.call("getStartDiagnosis")
                .with("station", station)
                .with("at", "yesterday")
                .gives(400);
        api.call("getStartDiagnosis").with("station", "NOBODY").gives(404);
    }

    private void settings() {
        JsonNode settings = api.call("listSettings").gives(200);
        assertThat(settings.path("items").findValuesAsText("source")).contains("flag", "default");
        assertThat(api.call("getServerTls").gives(200).path("certificates")).isEmpty();
    }
}
