package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Calls all that is about authorities and what they have signed: as it should be, and wrongly. */
final class AuthorityOperations {
    private final DocumentedApi api;

    AuthorityOperations(DocumentedApi api) {
        this.api = api;
    }

    void call(String station) {
        authorities();
        issued(station);
        groups(station);
    }

    private static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode();
    }

    private void authorities() {
        long own = api.call("createAuthority")
                .body(body().put("name", "Yard")
                        .put("kind", "own")
                        .put("organisation", "Ohmstead")
                        .toString())
                .gives(201)
                .path("id")
                .asLong();
        api.call("createAuthority")
                .body(body().put("name", "Yard").put("kind", "own").toString())
                .gives(409);
        api.call("createAuthority")
                .body(body().put("name", "X").put("kind", "magic").toString())
                .gives(400);
        long trusted = api.call("createAuthority")
                .body(body().put("name", "Maker")
                        .put("kind", "trusted")
                        .put("certificate", CertificateOperations.ROOT)
                        .toString())
                .gives(201)
                .path("id")
                .asLong();
        assertThat(api.call("listAuthorities").gives(200).path("items").findValuesAsText("name"))
                .contains("Yard", "Maker");
        api.call("listAuthorities").with("limit", 0).gives(400);
        assertThat(api.call("getAuthority")
                        .with("id", own)
                        .gives(200)
                        .path("certificate")
                        .asText())
                .startsWith("-----BEGIN CERTIFICATE-----");
        api.call("getAuthority").with("id", 4711).gives(404);
        assertThat(api.call("changeAuthority")
                        .with("id", own)
                        .body("{\"lifetimeDays\":90}")
                        .gives(200)
                        .path("lifetimeDays")
                        .asInt())
                .isEqualTo(90);
        api.call("changeAuthority").with("id", own).body("{\"lifetimeDays\":0}").gives(400);
        api.call("changeAuthority")
                .with("id", trusted)
                .body("{\"issuing\":true}")
                .gives(409);
        api.call("changeAuthority").with("id", 4711).body("{}").gives(404);
        api.call("deleteAuthority").with("id", trusted).gives(204);
        api.call("deleteAuthority").with("id", trusted).gives(404);
    }

    private void issued(String station) {
        api.call("triggerMessage")
                .with("station", station)
                .body("{\"message\":\"SignChargingStationCertificate\"}")
                .gives(200);
        Await.until(
                "the certificate is installed",
                () -> requests(station).at("/0/state").asText().equals("installed"));
        api.call("listSigningRequests").with("station", "NOBODY").gives(404);
        api.call("listSigningRequests")
                .with("station", station)
                .with("limit", 0)
                .gives(400);
        JsonNode one = api.call("listCertificates")
                .with("station", station)
                .with("state", "valid")
                .gives(200)
                .at("/items/0");
        assertThat(one.path("answer").asText()).as(one.toString()).isEqualTo("accepted");
        api.call("listCertificates").with("state", "lovely").gives(400);
        long id = one.path("id").asLong();
        assertThat(api.call("getCertificate")
                        .with("id", id)
                        .gives(200)
                        .path("pem")
                        .asText())
                .startsWith("-----BEGIN CERTIFICATE-----");
        api.call("getCertificate").with("id", 4711).gives(404);
        api.call("deleteAuthority").with("id", one.path("authority").asLong()).gives(409);
        api.call("revokeCertificate")
                .with("id", id)
                .body("{\"reason\":\"boredom\"}")
                .gives(400);
        assertThat(api.call("revokeCertificate")
                        .with("id", id)
                        .body("{\"reason\":\"key_compromise\"}")
                        .gives(200)
                        .path("state")
                        .asText())
                .isEqualTo("revoked");
        api.call("revokeCertificate").with("id", id).body("{}").gives(409);
        api.call("revokeCertificate").with("id", 4711).body("{}").gives(404);
    }

    private JsonNode requests(String station) {
        return api.call("listSigningRequests")
                .with("station", station)
                .gives(200)
                .path("items");
    }

    private void groups(String station) {
        long group = api.call("createStationGroup")
                .body("{\"name\":\"Certified\"}")
                .gives(201)
                .path("id")
                .asLong();
        api.call("addStationToGroup").with("id", group).with("station", station).gives(204);
        String install = body().put("use", "manufacturerRoot")
                .put("certificate", CertificateOperations.ROOT)
                .toString();
        api.call("installGroupCertificate").with("id", group).body(install).gives(202);
        api.call("installGroupCertificate")
                .with("id", group)
                .body(body().put("use", "home").put("certificate", "x").toString())
                .gives(400);
        Await.until("it is installed", () -> installed(group).size() == 1);
        api.call("listInstalledCertificates").with("until", "soon").gives(400);
        JsonNode hashes = installed(group).at("/0/certificate/hashes");
        String known = "{\"hashAlgorithm\":\"SHA256\",\"issuerNameHash\":"
                + hashes.path("issuerNameHash") + ",\"issuerKeyHash\":" + hashes.path("issuerKeyHash")
                + ",\"serialNumber\":" + hashes.path("serialNumber") + "}";
        api.call("deleteGroupCertificate").with("id", group).body(known).gives(202);
        api.call("deleteGroupCertificate").with("id", group).body("{}").gives(400);
        Await.until("it is gone", () -> installed(group).isEmpty());
    }

    private JsonNode installed(long group) {
        return api.call("listInstalledCertificates")
                .with("stationGroup", group)
                .with("use", "manufacturerRoot")
                .gives(200)
                .path("items");
    }
}
