package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;

/** Calls all that is about smart charging: as it should be, and wrongly. */
final class SmartChargingOperations {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final DocumentedApi api;
    private final String station;
    private final String transaction;

    /**
     * @param station     a simulated one of 2.1 that is connected, and whose EV has asked for energy at EVSE 1
     * @param transaction that runs there
     */
    SmartChargingOperations(DocumentedApi api, String station, String transaction) {
        this.api = api;
        this.station = station;
        this.transaction = transaction;
    }

    void call() {
        needs();
        profiles();
        dynamic();
        composites();
        others();
        cleared();
    }

    private DocumentedApi.Call of(String operation) {
        return api.call(operation).with("station", station);
    }

    private DocumentedApi.Call elsewhere(String operation) {
        return api.call(operation).with("station", "NOBODY");
    }

    private static String body(int evse, String purpose, int level, String kind, String schedule) {
        return "{\"evse\":" + evse + ",\"profile\":{\"stackLevel\":" + level + ",\"chargingProfilePurpose\":\""
                + purpose + "\",\"chargingProfileKind\":\"" + kind + "\",\"chargingSchedule\":[{\"id\":1," + schedule
                + "}]}}";
    }

    private static String flat(String unit, String limit) {
        return "\"startSchedule\":\"2026-01-01T00:00:00Z\",\"chargingRateUnit\":\"" + unit
                + "\",\"chargingSchedulePeriod\":[{\"startPeriod\":0,\"limit\":" + limit + "}]";
    }

    private void needs() {
        Await.until(
                "the EV that asked has been offered something",
                PATIENCE,
                () -> newest().path("offers").asInt() > 0);
        JsonNode offered = newest();
        assertThat(offered.path("transactionId").asText()).isEqualTo(transaction);
        of("offerChargingNeed").with("id", offered.path("id").asLong()).gives(200);
        of("offerChargingNeed").with("id", "first").gives(404);
        elsewhere("offerChargingNeed").with("id", 1).gives(404);
        of("listChargingNeeds").with("limit", 0).gives(400);
    }

    /** Of the vehicle that charges; the station has told of others before. */
    private JsonNode newest() {
        for (JsonNode need :
                of("listChargingNeeds").with("limit", 20).gives(200).path("items")) {
            if (need.path("transactionId").asText().equals(transaction)) {
                return need;
            }
        }
        return MissingNode.getInstance();
    }

    private void profiles() {
        JsonNode set = of("setChargingProfile")
                .with("wait", "20s")
                .with("Idempotency-Key", "profile-1")
                .body(body(0, "TxDefaultProfile", 5, "Absolute", flat("A", "16.5")))
                .gives(200);
        assertThat(set.path("accepted").asBoolean()).as(set.toString()).isTrue();
        long number = set.path("number").asLong();
        of("replaceChargingProfile")
                .with("number", number)
                .body(body(0, "TxDefaultProfile", 5, "Absolute", flat("W", "11000")))
                .gives(200);
        of("getChargingProfile").with("number", number).gives(200);
        of("getChargingProfile").with("number", "first").gives(404);
        of("listChargingProfiles")
                .with("standing", "true")
                .with("evse", 0)
                .with("purpose", "TxDefaultProfile")
                .with("number", number)
                .with("limit", 1)
                .gives(200);
        of("listChargingProfiles").with("purpose", "Nonsense").gives(400);
        of("setChargingProfile")
                .body(body(1, "ChargingStationMaxProfile", 0, "Absolute", flat("A", "16")))
                .gives(400);
        of("setChargingProfile")
                .body(body(1, "TxDefaultProfile", 5, "Absolute", flat("A", "16")))
                .gives(409);
        of("replaceChargingProfile").with("number", number).body("{}").gives(400);
        elsewhere("setChargingProfile")
                .body(body(0, "TxDefaultProfile", 5, "Absolute", flat("A", "16")))
                .gives(404);
        of("refreshChargingProfiles").gives(200);
        Await.until(
                "the station has told what it has",
                PATIENCE,
                () -> of("getChargingProfile").with("number", number).gives(200).has("reportedAt"));
        elsewhere("refreshChargingProfiles").gives(404);
    }

    private void dynamic() {
        JsonNode set = of("setChargingProfile")
                .body(body(
                        0,
                        "TxDefaultProfile",
                        6,
                        "Dynamic",
                        "\"chargingRateUnit\":\"W\",\"chargingSchedulePeriod\":[{\"startPeriod\":0,\"limit\":7400}]"))
                .gives(200);
        assertThat(set.path("accepted").asBoolean()).as(set.toString()).isTrue();
        long number = set.path("number").asLong();
        of("updateChargingProfile")
                .with("number", number)
                .body("{\"values\":{\"limit\":3700}}")
                .gives(200);
        JsonNode kept = of("updateChargingProfile")
                .with("number", number)
                .body("{\"values\":{\"limit\":3000},\"push\":false}")
                .gives(200);
        assertThat(kept.at("/profile/chargingSchedule/0/chargingSchedulePeriod/0/limit")
                        .asInt())
                .isEqualTo(3000);
        of("updateChargingProfile").with("number", number).body("{}").gives(400);
        of("updateChargingProfile")
                .with("number", 999)
                .body("{\"values\":{\"limit\":3000}}")
                .gives(404);
    }

    private void composites() {
        JsonNode computed = of("getCompositeSchedule")
                .with("evse", 1)
                .with("seconds", 3600)
                .with("unit", "W")
                .with("from", "2026-05-01T12:00:00Z")
                .gives(200);
        assertThat(computed.path("periods")).isNotEmpty();
        of("getCompositeSchedule").with("evse", 0).gives(200);
        of("getCompositeSchedule").gives(400);
        of("getCompositeSchedule").with("evse", 1).with("unit", "VA").gives(400);
        JsonNode both = of("compareCompositeSchedule")
                .with("evse", 1)
                .with("seconds", 3600)
                .with("unit", "A")
                .gives(200);
        assertThat(both.has("differences")).as(both.toString()).isTrue();
        of("compareCompositeSchedule").with("evse", 1).with("seconds", 0).gives(400);
        elsewhere("compareCompositeSchedule").with("evse", 1).gives(404);
    }

    private void others() {
        of("listChargingLimits").with("standing", "true").with("limit", 1).gives(200);
        of("listChargingLimits").with("standing", "perhaps").gives(400);
        of("setPriorityCharging")
                .with("transaction", transaction)
                .body("{\"active\":true}")
                .gives(200);
        of("setPriorityCharging").with("transaction", transaction).body("{}").gives(400);
        elsewhere("setPriorityCharging")
                .with("transaction", transaction)
                .body("{\"active\":true}")
                .gives(404);
        of("listPriorityCharging").with("limit", 1).gives(200);
        of("listPriorityCharging").with("limit", 0).gives(400);
        of("getSmartCharging").gives(200);
        elsewhere("getSmartCharging").gives(404);
        of("setSmartCharging")
                .body(
                        "{\"voltage\":240,\"phases\":3,\"unit\":\"A\",\"wholeNumbers\":true,\"stackLevel\":0,\"answersNeeds\":false}")
                .gives(200);
        of("setSmartCharging").body("{\"phases\":4}").gives(400);
        of("setSmartCharging").body("{}").gives(200);
    }

    private void cleared() {
        JsonNode last =
                of("listChargingProfiles").with("standing", "true").gives(200).at("/items/0");
        of("clearChargingProfile").with("number", last.path("number").asLong()).gives(200);
        of("clearChargingProfile").with("number", "first").gives(404);
        of("clearChargingProfiles").gives(400);
        of("clearChargingProfiles")
                .with("purpose", "TxDefaultProfile")
                .with("stackLevel", 5)
                .with("evse", 0)
                .gives(200);
        of("clearChargingProfiles").with("all", "true").gives(200);
        elsewhere("clearChargingProfiles").with("all", "true").gives(404);
    }
}
