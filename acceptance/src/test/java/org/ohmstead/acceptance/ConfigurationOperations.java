package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** Calls all that is about what stations are set to: as it should be, and wrongly. Both stations are connected. */
final class ConfigurationOperations {
    private static final String INTERVAL =
            "{\"settings\":[{\"component\":\"OCPPCommCtrlr\",\"variable\":\"HeartbeatInterval\",\"value\":\"%s\"}]}";
    private static final String KEY = "{\"settings\":[{\"key\":\"HeartbeatInterval\",\"value\":\"%s\"%s}]}";
    private static final String PROFILE = "{\"ocppVersion\":\"OCPP20\",\"ocppTransport\":\"JSON\",\"ocppCsmsUrl\":"
            + "\"wss://csms.example.org/ocpp\",\"messageTimeout\":30,\"securityProfile\":1,\"ocppInterface\":\"Wired0\"}";

    private final DocumentedApi api;
    private final String ocpp16;
    private final String ocpp2;

    ConfigurationOperations(DocumentedApi api, String ocpp16, String ocpp2) {
        this.api = api;
        this.ocpp16 = ocpp16;
        this.ocpp2 = ocpp2;
    }

    void call() {
        read();
        write();
        views();
        desired();
        ofGroups();
        profiles();
    }

    private DocumentedApi.Call on(String operation, String station) {
        return api.call(operation).with("station", station);
    }

    private void read() {
        on("refreshConfiguration", ocpp16).body("{}").gives(200);
        on("refreshConfiguration", ocpp16)
                .body("{\"keys\":[\"HeartbeatInterval\",\"Nonsense\"]}")
                .gives(200);
        on("refreshConfiguration", ocpp16).body("{\"report\":\"full\"}").gives(400);
        on("refreshConfiguration", ocpp16).body("{\"keys\":[]}").gives(400);
        on("refreshConfiguration", "NOBODY").body("{}").gives(404);
        JsonNode asked = on("refreshConfiguration", ocpp2).body("{}").gives(200);
        String request = asked.at("/reports/0/id").asText();
        Await.until("the report is whole", Duration.ofMinutes(1), () -> on("getReportRequest", ocpp2)
                .with("id", request)
                .gives(200)
                .path("status")
                .asText()
                .equals("complete"));
        on("getReportRequest", ocpp2).with("id", 0).gives(404);
        assertThat(api.list("listReportRequests", "station", ocpp2)).isNotEmpty();
        on("listReportRequests", "NOBODY").gives(404);
        on("refreshConfiguration", ocpp2)
                .body("{\"report\":\"custom\",\"components\":[{\"component\":\"EVSE\",\"evse\":1}],"
                        + "\"criteria\":[\"Available\"]}")
                .gives(200);
        on("refreshConfiguration", ocpp2)
                .body("{\"report\":\"summary\",\"criteria\":[\"Problem\"]}")
                .gives(400);
        on("refreshConfiguration", ocpp2)
                .body("{\"variables\":[{\"component\":\"OCPPCommCtrlr\",\"variable\":\"HeartbeatInterval\"}]}")
                .gives(200);
        on("refreshConfiguration", ocpp2)
                .body("{\"variables\":[{\"key\":\"HeartbeatInterval\"}]}")
                .gives(400);
    }

    private void write() {
        JsonNode set =
                on("setConfiguration", ocpp2).body(INTERVAL.formatted("250")).gives(200);
        assertThat(set.at("/results/0/result").asText()).isEqualTo("Accepted");
        on("setConfiguration", ocpp2).body(INTERVAL.formatted("260")).gives(200);
        set = on("setConfiguration", ocpp16).body(KEY.formatted("many", "")).gives(200);
        assertThat(set.at("/results/0/result").asText()).isEqualTo("Rejected");
        on("setConfiguration", ocpp16).body(INTERVAL.formatted("250")).gives(400);
        on("setConfiguration", ocpp16).body("{\"settings\":[]}").gives(400);
        on("setConfiguration", ocpp16)
                .body("{\"settings\":[{\"key\":\"A\",\"value\":\"1\"},{\"key\":\"a\",\"value\":\"2\"}]}")
                .gives(400);
        on("setConfiguration", "NOBODY").body(KEY.formatted("1", "")).gives(404);
    }

    private void views() {
        assertThat(api.list("listConfiguration", "station", ocpp2)).hasSizeGreaterThan(10);
        assertThat(api.list("listConfiguration", "station", ocpp16, "q", "heartbeat"))
                .hasSize(1);
        on("listConfiguration", ocpp2)
                .with("component", "ocppcommctrlr")
                .with("variable", "HEARTBEATINTERVAL")
                .with("rebootPending", false)
                .gives(200);
        on("listConfiguration", ocpp2).with("rebootPending", "perhaps").gives(400);
        on("listConfiguration", "NOBODY").gives(404);
        assertThat(api.list("listConfigurationHistory", "station", ocpp2)).isNotEmpty();
        on("listConfigurationHistory", ocpp2)
                .with("component", "OCPPCommCtrlr")
                .with("variable", "HeartbeatInterval")
                .gives(200);
        on("listConfigurationHistory", ocpp2).with("component", "OCPPCommCtrlr").gives(400);
        on("listConfigurationHistory", "NOBODY").gives(404);
        assertThat(api.list("compareConfiguration", "station", ocpp2, "with", ocpp16))
                .isNotEmpty();
        on("compareConfiguration", ocpp2).with("since", "2026-01-01T00:00:00Z").gives(200);
        on("compareConfiguration", ocpp2).gives(400);
        on("compareConfiguration", ocpp2).with("with", "NOBODY").gives(404);
    }

    private void desired() {
        on("setDesiredConfiguration", ocpp16)
                .body(KEY.formatted("240", ",\"enforce\":false"))
                .gives(200);
        on("setDesiredConfiguration", ocpp16).body("{}").gives(400);
        on("setDesiredConfiguration", ocpp16)
                .body("{\"settings\":[{\"key\":\"AuthorizationKey\",\"value\":\"x\"}]}")
                .gives(400);
        on("setDesiredConfiguration", "NOBODY").body(KEY.formatted("1", "")).gives(404);
        assertThat(on("getDesiredConfiguration", ocpp16).gives(200).path("settings"))
                .hasSize(1);
        on("getDesiredConfiguration", "NOBODY").gives(404);
        assertThat(on("getConfigurationDrift", ocpp16)
                        .gives(200)
                        .at("/settings/0/state")
                        .asText())
                .isEqualTo("differs");
        on("getConfigurationDrift", "NOBODY").gives(404);
        assertThat(on("applyDesiredConfiguration", ocpp16)
                        .gives(200)
                        .path("taken")
                        .asInt())
                .isOne();
        on("applyDesiredConfiguration", ocpp16).with("wait", "soon").gives(400);
        on("applyDesiredConfiguration", "NOBODY").gives(404);
        assertThat(on("getConfigurationDrift", ocpp16)
                        .gives(200)
                        .at("/settings/0/state")
                        .asText())
                .isEqualTo("inLine");
        on("clearDesiredConfiguration", ocpp16).gives(204);
        on("clearDesiredConfiguration", "NOBODY").gives(404);
    }

    private void ofGroups() {
        String group = api.call("createStationGroup")
                .body("{\"name\":\"Alike\"}")
                .gives(201)
                .path("id")
                .asText();
        api.call("setDesiredConfigurationOfGroup")
                .with("id", group)
                .body(KEY.formatted("240", ""))
                .gives(200);
        api.call("setDesiredConfigurationOfGroup")
                .with("id", group)
                .body("{\"settings\":[{\"value\":\"240\"}]}")
                .gives(400);
        api.call("setDesiredConfigurationOfGroup")
                .with("id", 0)
                .body(KEY.formatted("240", ""))
                .gives(404);
        api.call("getDesiredConfigurationOfGroup").with("id", group).gives(200);
        api.call("getDesiredConfigurationOfGroup").with("id", 0).gives(404);
        api.call("clearDesiredConfigurationOfGroup").with("id", group).gives(204);
        api.call("clearDesiredConfigurationOfGroup").with("id", 0).gives(404);
        api.call("removeStationGroup").with("id", group).gives(204);
    }

    private void profiles() {
        on("setNetworkProfile", ocpp2).with("slot", 2).body(PROFILE).gives(200);
        on("setNetworkProfile", ocpp2).with("slot", 1).body(PROFILE).gives(409);
        on("setNetworkProfile", ocpp2).with("slot", 2).body("{}").gives(400);
        on("setNetworkProfile", "NOBODY").with("slot", 2).body(PROFILE).gives(404);
        on("switchNetworkProfile", ocpp2).with("slot", 9).gives(409);
        on("switchNetworkProfile", ocpp2)
                .with("slot", 2)
                .with("reset", "perhaps")
                .gives(400);
        on("switchNetworkProfile", ocpp16).with("slot", 2).gives(409);
        on("switchNetworkProfile", "NOBODY").with("slot", 2).gives(404);
        on("switchNetworkProfile", ocpp2)
                .with("slot", 2)
                .with("reset", "on_idle")
                .gives(200);
        assertThat(on("getNetworkProfiles", ocpp2)
                        .gives(200)
                        .at("/lastSwitch/slot")
                        .asInt())
                .isEqualTo(2);
        on("getNetworkProfiles", "NOBODY").gives(404);
    }
}
