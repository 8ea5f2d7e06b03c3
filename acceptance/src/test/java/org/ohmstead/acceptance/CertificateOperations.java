package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Calls all that is about the certificates of stations: as it should be, and wrongly. */
final class CertificateOperations {
    /** Made for this test, good for a hundred years; its key is nowhere. */
    static final String ROOT = """
        -----BEGIN CERTIFICATE-----
        MIIBmTCCAT+gAwIBAgIEAKsSzTAKBggqhkjOPQQDAjApMRAwDgYDVQQKDAdFeGFt
        cGxlMRUwEwYDVQQDDAxFeGFtcGxlIFJvb3QwIBcNMjYxMTMwMjMyNDIzWhgPMjEy
        NjExMDYyMzI0MjNaMCkxEDAOBgNVBAoMB0V4YW1wbGUxFTATBgNVBAMMDEV4YW1w
        bGUgUm9vdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABHRAAhpGDc4yoL6ro1gT
        B5yizNGdh1/6q5Yhky+pUpXlrJqLKcF0gyl5L0YwjlIQfJoaSYXOCFMYH/Doqp6u
        NXWjUzBRMB0GA1UdDgQWBBSvOCUNXK11WtYAP8ZDIJzNAT3O1zAfBgNVHSMEGDAW
        gBSvOCUNXK11WtYAP8ZDIJzNAT3O1zAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49
        BAMCA0gAMEUCIQCkgpEl8rIrLW8YQrSbEmdPwL5x8olIZduVYNJKQgHueQIgY8wu
        eoYIwuVDc5w9iK9DvAyWcc4vwPhbPYuZWVyeXyQ=
        -----END CERTIFICATE-----
        """;

    private final DocumentedApi api;

    CertificateOperations(DocumentedApi api) {
        this.api = api;
    }

    void call(String... stations) {
        for (String station : stations) {
            installedListedAndDeleted(station);
            signed(station);
        }
        api.call("listStationCertificates").with("station", "NOBODY").gives(404);
        api.call("refreshStationCertificates").with("station", "NOBODY").gives(404);
    }

    private static String install(String use, String pem) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        return body.put("use", use).put("certificate", pem).toString();
    }

    private JsonNode list(String station) {
        return api.call("listStationCertificates").with("station", station).gives(200);
    }

    private void installedListedAndDeleted(String station) {
        JsonNode installed = api.call("installCertificate")
                .with("station", station)
                .body(install("manufacturerRoot", ROOT))
                .gives(200);
        assertThat(installed.path("status").asText()).as(installed.toString()).isEqualTo("Accepted");
        api.call("installCertificate")
                .with("station", station)
                .body(install("manufacturerRoot", "hello"))
                .gives(400);
        api.call("installCertificate")
                .with("station", station)
                .body(install("home", ROOT))
                .gives(400);
        assertThat(list(station).path("items")).hasSize(1);
        api.call("refreshStationCertificates").with("station", station).gives(200);
        JsonNode one = list(station).at("/items/0");
        assertThat(list(station).path("items")).hasSize(1);
        assertThat(one.path("subject").asText()).as(one.toString()).isEqualTo("CN=Example Root,O=Example");
        assertThat(one.has("reportedAt")).isTrue();
        api.call("listStationCertificates")
                .with("station", station)
                .with("limit", 0)
                .gives(400);
        long id = one.path("id").asLong();
        api.call("getStationCertificate")
                .with("station", station)
                .with("id", id)
                .gives(200);
        api.call("deleteStationCertificate")
                .with("station", station)
                .with("id", id)
                .gives(200);
        assertThat(list(station).path("items")).isEmpty();
        api.call("getStationCertificate")
                .with("station", station)
                .with("id", id)
                .gives(404);
        api.call("deleteStationCertificate")
                .with("station", station)
                .with("id", id)
                .gives(404);
        byHash(station, one.path("hashes"));
    }

    private void byHash(String station, JsonNode hashes) {
        JsonNode gone = api.call("deleteStationCertificateByHash")
                .with("station", station)
                .with("hashAlgorithm", hashes.path("hashAlgorithm").asText())
                .with("issuerNameHash", hashes.path("issuerNameHash").asText())
                .with("issuerKeyHash", hashes.path("issuerKeyHash").asText())
                .with("serialNumber", hashes.path("serialNumber").asText())
                .gives(200);
        assertThat(gone.path("status").asText()).isEqualTo("NotFound");
        api.call("deleteStationCertificateByHash").with("station", station).gives(400);
    }

    private void signed(String station) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("certificateChain", ROOT);
        JsonNode said = api.call("sendSignedCertificate")
                .with("station", station)
                .body(body.toString())
                .gives(200);
        assertThat(said.path("outcome").asText()).isEqualTo("answered");
        api.call("sendSignedCertificate")
                .with("station", station)
                .body(body.put("signedFor", "home").toString())
                .gives(400);
    }
}
