package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;

/** Calls all that is about the operator's tariffs, and what a session costs by one: as it should be, and wrongly. */
final class TariffOperations {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String NIGHT = """
        {"country_code":"DE","party_id":"ALL","id":"NIGHT-1","currency":"EUR","elements":[
         {"price_components":[{"type":"ENERGY","price":0.2,"vat":19,"step_size":1}],"restrictions":{"start_time":"22:00","end_time":"06:00"}},
         {"price_components":[{"type":"ENERGY","price":0.5,"vat":19,"step_size":1}]}],"last_updated":"2026-01-01T00:00:00Z"}\
        """;

    private final DocumentedApi api;
    private final String station;

    /** @param station where nobody has charged yet */
    TariffOperations(DocumentedApi api, String station) {
        this.api = api;
        this.station = station;
    }

    /** @param charge a session at the station */
    void call(Runnable charge) {
        JsonNode made = api.call("createTariff")
                .body(
                        "{\"name\":\"City\",\"note\":\"AC\",\"simple\":{\"currency\":\"EUR\",\"perKwh\":0.5,\"perSession\":1,\"vat\":20}}")
                .gives(201);
        long id = made.path("id").asLong();
        versions(id);
        exchanged();
        long assignment = assigned(id);
        charge.run();
        cost(id);
        ended(id, assignment);
    }

    private void versions(long id) {
        api.call("createTariff")
                .body("{\"name\":\"CITY\",\"simple\":{\"currency\":\"EUR\"}}")
                .gives(409);
        JsonNode wrong = api.call("createTariff")
                .body("{\"name\":\"X\",\"simple\":{\"currency\":\"EURO\"}}")
                .gives(400);
        assertThat(wrong.path("field").asText()).isEqualTo("simple.currency");
        api.call("createTariff").body("{\"name\":7}").gives(400);
        JsonNode dearer = api.call("replaceTariff")
                .with("id", id)
                .body(
                        "{\"name\":\"City\",\"simple\":{\"currency\":\"EUR\",\"perKwh\":0.6,\"perSession\":1,\"vat\":20}}")
                .gives(200);
        assertThat(dearer.path("version").asInt()).isEqualTo(2);
        api.call("replaceTariff").with("id", id).body("{\"name\":\"City\"}").gives(400);
        api.call("replaceTariff")
                .with("id", id)
                .with("If-Match", "\"0\"")
                .body("{\"name\":\"City\",\"simple\":{\"currency\":\"EUR\"}}")
                .gives(412);
        api.call("replaceTariff").with("id", 0).body("{}").gives(404);
        api.call("getTariff").with("id", id).gives(200);
        api.call("getTariff").with("id", 0).gives(404);
        api.call("getTariffVersion").with("id", id).with("version", 1).gives(200);
        api.call("getTariffVersion").with("id", id).with("version", 9).gives(404);
        assertThat(api.call("listTariffVersions")
                        .with("id", id)
                        .with("limit", 1)
                        .gives(200)
                        .path("items"))
                .hasSize(1);
        api.call("listTariffVersions").with("id", 0).gives(404);
        api.call("listTariffs").with("q", "cit").with("archived", "false").gives(200);
        api.call("listTariffs").with("archived", "perhaps").gives(400);
    }

    private void exchanged() {
        JsonNode taken = api.call("importTariffs").body("[" + NIGHT + "]").gives(200);
        long id = taken.at("/0/id").asLong();
        JsonNode given = api.call("exportTariff").with("id", id).gives(200);
        assertThat(given.path("id").asText()).isEqualTo("NIGHT-1");
        assertThat(given.path("elements")).hasSize(2);
        assertThat(api.call("importTariffs")
                        .body("[" + given + "]")
                        .gives(200)
                        .at("/0/version")
                        .asInt())
                .isEqualTo(1);
        api.call("importTariffs").body("[{}]").gives(400);
        api.call("exportTariff").with("id", id).with("version", 2).gives(404);
        api.call("archiveTariff").with("id", id).gives(200);
        assertThat(api.call("createTariffAssignment")
                        .body("{\"tariff\":" + id + "}")
                        .gives(409)
                        .path("field")
                        .asText())
                .isEqualTo("tariff");
        api.call("restoreTariff").with("id", id).gives(200);
        api.call("restoreTariff").with("id", 0).gives(404);
        api.call("archiveTariff").with("id", 0).gives(404);
        api.call("deleteTariff").with("id", id).gives(204);
        api.call("deleteTariff").with("id", id).gives(404);
    }

    private long assigned(long tariff) {
        String body = "{\"tariff\":" + tariff + ",\"station\":\"" + station + "\"}";
        long id = api.call("createTariffAssignment")
                .body(body)
                .gives(201)
                .path("id")
                .asLong();
        api.call("createTariffAssignment").body(body).gives(409);
        api.call("createTariffAssignment").body("{\"tariff\":0}").gives(400);
        api.call("getTariffAssignment").with("id", id).gives(200);
        api.call("getTariffAssignment").with("id", 0).gives(404);
        api.call("listTariffAssignments")
                .with("tariff", tariff)
                .with("station", station)
                .with("ended", "true")
                .gives(200);
        api.call("listTariffAssignments").with("ended", "perhaps").gives(400);
        api.call("listTariffAssignments").with("station", "NOBODY").gives(404);
        JsonNode found = api.call("getApplicableTariff")
                .with("station", station)
                .with("evse", 1)
                .with("token", "ANY")
                .gives(200);
        assertThat(found.at("/applies/tariff").asLong()).isEqualTo(tariff);
        assertThat(found.at("/applies/version").asInt()).isEqualTo(2);
        api.call("getApplicableTariff").with("station", "NOBODY").gives(404);
        api.call("getApplicableTariff")
                .with("station", station)
                .with("at", "noon")
                .gives(400);
        return id;
    }

    private void cost(long tariff) {
        String session = api.list("listSessions", "station", station, "state", "ended").stream()
                .filter(each -> each.path("energyWh").asDouble() > 0) // not what its sample messages made
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        Await.until(
                "it has its price",
                PATIENCE,
                () -> api.call("getSessionCost").with("id", session).gives(200).has("revision"));
        JsonNode cost = api.call("getSessionCost")
                .with("id", session)
                .with("revision", 1)
                .gives(200);
        assertThat(cost.at("/tariff/id").asLong()).isEqualTo(tariff);
        assertThat(cost.path("payable").decimalValue()).isGreaterThan(BigDecimal.ONE);
        assertThat(cost.at("/cost/lines")).isNotEmpty();
        api.call("getSessionCost").with("id", session).with("revision", 99).gives(404);
        api.call("getSessionCost").with("id", 0).gives(404);
    }

    private void ended(long tariff, long assignment) {
        api.call("archiveTariff").with("id", tariff).gives(409);
        api.call("endTariffAssignment").with("id", assignment).gives(204);
        api.call("endTariffAssignment").with("id", 0).gives(404);
        JsonNode used = api.call("deleteTariff").with("id", tariff).gives(409);
        assertThat(used.path("detail").asText()).containsPattern("[12] sessions?");
    }
}
