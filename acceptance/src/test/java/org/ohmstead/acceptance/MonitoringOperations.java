package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** Calls all that is about monitors, alerts, streams, customers and vendors' messages: as it should be, and wrongly. */
final class MonitoringOperations {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String MONITOR =
            "{\"component\":{\"name\":\"EVSE\",\"evse\":1},\"variable\":{\"name\":\"Power\"},"
                    + "\"type\":\"%s\",\"value\":%s,\"severity\":%s%s}";

    private final DocumentedApi api;
    private final String station;

    /** @param station of OCPP 2.1, that has said whatever there is to say */
    MonitoringOperations(DocumentedApi api, String station) {
        this.api = api;
        this.station = station;
    }

    void call() {
        monitors();
        streams();
        alerts();
        customers();
        transfers();
    }

    private DocumentedApi.Call of(String operation) {
        return api.call(operation).with("station", station);
    }

    private DocumentedApi.Call ofNobody(String operation) {
        return api.call(operation).with("station", "NOBODY");
    }

    private static String monitors(String... monitors) {
        return "{\"monitors\":[" + String.join(",", monitors) + "]}";
    }

    private void monitors() {
        JsonNode set = of("setMonitors")
                .body(monitors(
                        MONITOR.formatted("UpperThreshold", "90000", 5, ""),
                        MONITOR.replace("Power", "Nonsense").formatted("Delta", "1", 5, ""),
                        MONITOR.formatted("Periodic", "1", 8, ",\"stream\":{\"interval\":1}")))
                .gives(200);
        assertThat(set.path("monitors").findValuesAsText("status"))
                .containsExactly("Accepted", "UnknownVariable", "Accepted");
        of("setMonitors")
                .body(monitors(MONITOR.formatted("Sometimes", "1", 5, "")))
                .gives(400);
        ofNobody("setMonitors")
                .body(monitors(MONITOR.formatted("Delta", "1", 5, "")))
                .gives(404);
        JsonNode known = of("listMonitors").with("limit", 1).gives(200);
        of("listMonitors").with("cursor", known.path("next").asText()).gives(200);
        ofNobody("listMonitors").gives(404);
        long id = set.at("/monitors/0/id").asLong();
        of("getMonitor").with("id", id).gives(200);
        of("getMonitor").with("id", 999_999).gives(404);
        of("refreshMonitors").body("{\"criteria\":[\"ThresholdMonitoring\"]}").gives(200);
        of("refreshMonitors").body("{}").gives(200);
        of("refreshMonitors").body("{\"criteria\":[\"Whatever\"]}").gives(400);
        Await.until(
                "both reports are complete",
                PATIENCE,
                () -> of("listMonitorReports")
                                .gives(200)
                                .path("items")
                                .findValues("completedAt")
                                .size()
                        == 2);
        ofNobody("listMonitorReports").gives(404);
        of("setMonitoringLevel").body("{\"severity\":8}").gives(200);
        of("setMonitoringLevel").body("{\"severity\":10}").gives(400);
        of("setMonitoringBase").body("{\"base\":\"All\"}").gives(200);
        of("setMonitoringBase").body("{\"base\":\"Some\"}").gives(400);
        JsonNode state = of("getMonitoring").gives(200);
        assertThat(state.path("severity").asInt()).isEqualTo(8);
        assertThat(state.path("base").asText()).isEqualTo("All");
        ofNobody("getMonitoring").gives(404);
        of("clearMonitors").body("{\"ids\":[" + id + ",999]}").gives(200);
        of("clearMonitors").body("{\"ids\":[]}").gives(400);
        of("getMonitor").with("id", id).gives(404);
    }

    /** The periodic monitor that is left feeds one. */
    private void streams() {
        Await.until("a stream is open", PATIENCE, () -> of("listEventStreams")
                .with("open", true)
                .gives(200)
                .path("items")
                .path(0)
                .path("component")
                .path("name")
                .asText()
                .equals("EVSE"));
        JsonNode stream = of("listEventStreams")
                .with("open", true)
                .gives(200)
                .path("items")
                .path(0);
        of("listEventStreams").with("open", "perhaps").gives(400);
        of("refreshEventStreams").gives(200);
        ofNobody("refreshEventStreams").gives(404);
        String id = stream.path("id").asText();
        of("adjustEventStream").with("id", id).body("{\"interval\":5}").gives(200);
        of("adjustEventStream").with("id", id).body("{}").gives(400);
        of("adjustEventStream").with("id", 999_999).body("{\"interval\":5}").gives(404);
        of("listStreamValues")
                .with("stream", id)
                .with("from", "2026-01-31T12:00:00Z")
                .gives(200);
        of("listStreamValues")
                .with("component", "evse")
                .with("variable", "power")
                .with("evse", 1)
                .gives(200);
        of("listStreamValues").with("monitor", "first").gives(400);
        of("clearMonitor").with("id", stream.path("monitor").asLong()).gives(200);
        ofNobody("clearMonitor").with("id", 1).gives(404);
    }

    private void alerts() {
        JsonNode alert = api.call("listStationAlerts")
                .with("open", true)
                .with("severity", 9)
                .gives(200)
                .path("items")
                .path(0);
        assertThat(alert.path("id").asLong()).as("somebody has raised one").isPositive();
        api.call("listStationAlerts").with("severity", 10).gives(400);
        of("listAlertsOfStation").gives(200);
        ofNobody("listAlertsOfStation").gives(404);
        String id = alert.path("id").asText();
        api.call("getStationAlert").with("id", id).gives(200);
        api.call("getStationAlert").with("id", 999_999).gives(404);
        api.call("closeStationAlert").with("id", id).body("{}").gives(400);
        api.call("closeStationAlert")
                .with("id", id)
                .body("{\"reason\":\"Seen to\"}")
                .gives(200);
        api.call("closeStationAlert")
                .with("id", id)
                .body("{\"reason\":\"Again\"}")
                .gives(409);
    }

    private void customers() {
        of("requestCustomerInformation")
                .body("{\"token\":{\"value\":\"04A2B3C4D5E680\",\"type\":\"ISO14443\"},\"report\":true,\"clear\":true}")
                .gives(200);
        of("requestCustomerInformation").body("{\"report\":true}").gives(400);
        of("listCustomerInformation").with("limit", 0).gives(400);
        Await.until("it has told", PATIENCE, () -> of("listCustomerInformation")
                .gives(200)
                .path("items")
                .path(0)
                .has("completedAt"));
        String id = of("listCustomerInformation").gives(200).at("/items/0/id").asText();
        of("getCustomerInformation").with("id", id).gives(200);
        of("removeCustomerInformation").with("id", id).gives(204);
        of("removeCustomerInformation").with("id", id).gives(404);
        of("getCustomerInformation").with("id", id).gives(404);
    }

    private void transfers() {
        String echo = "{\"vendorId\":\"org.ohmstead\",\"messageId\":\"Echo\",\"data\":\"hello\"}";
        JsonNode answer = of("sendDataTransfer").body(echo).gives(200);
        assertThat(answer.at("/response/data").asText()).isEqualTo("hello");
        of("sendDataTransfer").body("{}").gives(400);
        ofNobody("sendDataTransfer").body(echo).gives(404);
        assertThat(of("listDataTransfers")
                        .with("inbound", false)
                        .with("vendorId", "ORG.OHMSTEAD")
                        .gives(200)
                        .path("items"))
                .isNotEmpty();
        of("listDataTransfers").with("inbound", "both").gives(400);
    }
}
