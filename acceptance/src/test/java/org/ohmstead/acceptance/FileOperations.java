package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.ohmstead.ocpp.OcppVersion;

/** The operations of files, firmware and logs, with good and bad input, at stations that are connected. */
final class FileOperations {
    private static final String BINARY = "application/octet-stream";

    private final DocumentedApi api;

    FileOperations(DocumentedApi api) {
        this.api = api;
    }

    void call() {
        long image = files();
        for (OcppVersion version : OcppVersion.values()) {
            updates("DOC-" + version, image);
            logs("DOC-" + version);
        }
        publications("DOC-V21", image);
        campaigns(image);
        api.call("deleteFile").with("id", image).gives(409);
        api.call("deleteFile").with("id", upload("old.bin")).gives(204);
        api.call("deleteFile").with("id", "none").gives(404);
    }

    private long upload(String name) {
        return api.call("uploadFile")
                .with("name", name)
                .body(BINARY, "image " + name)
                .gives(201)
                .path("id")
                .asLong();
    }

    private long files() {
        JsonNode image = api.call("uploadFile")
                .with("name", "charger.bin")
                .with("version", "2.0.0")
                .with("note", "For the yard")
                .body(BINARY, "an image")
                .gives(201);
        api.call("uploadFile").with("name", "../charger.bin").body(BINARY, "x").gives(400);
        api.call("uploadFile").body(BINARY, "x").gives(400);
        api.call("uploadFile").with("name", "a.bin").body(BINARY, "").gives(400);
        api.call("uploadFile")
                .with("name", "a.bin")
                .with("sha256", "0".repeat(64))
                .body(BINARY, "x")
                .gives(400);
        api.call("uploadFile")
                .with("name", "a.bin")
                .body("application/json", "{}")
                .gives(415);
        long id = image.path("id").asLong();
        assertThat(api.list("listFiles")).isNotEmpty();
        api.list("listFiles", "kind", "firmware", "sha256", image.path("sha256").asText());
        api.call("listFiles").with("station", "DOC-V21").gives(200);
        api.call("listFiles").with("station", "nobody").gives(404);
        api.call("listFiles").with("kind", "poem").gives(400);
        api.call("getFile").with("id", id).gives(200);
        api.call("getFile").with("id", 0).gives(404);
        assertThat(api.call("downloadFile").with("id", id).gives(200).asText()).isEqualTo("an image");
        assertThat(api.call("downloadFile")
                        .with("id", id)
                        .with("Range", "bytes=3-")
                        .gives(206)
                        .asText())
                .isEqualTo("image");
        api.call("downloadFile").with("id", id).with("Range", "bytes=8-").gives(416);
        api.call("downloadFile").with("id", id).with("If-None-Match", "*").gives(304);
        api.call("downloadFile").with("id", 0).gives(404);
        return id;
    }

    private void updates(String station, long image) {
        JsonNode update = api.call("updateFirmware")
                .with("station", station)
                .with("wait", "10s")
                .body("{\"file\":" + image + ",\"retries\":1,\"retryInterval\":60}")
                .gives(201);
        assertThat(update.path("state").asText()).isEqualTo("accepted");
        api.call("updateFirmware").with("station", station).body("{}").gives(400);
        api.call("updateFirmware").with("station", station).body("{\"file\":0}").gives(400);
        api.call("updateFirmware")
                .with("station", "nobody")
                .body("{\"file\":" + image + "}")
                .gives(404);
        assertThat(api.list("listStationFirmwareUpdates", "station", station)).isNotEmpty();
        assertThat(api.list("listFirmwareUpdates")).isNotEmpty();
        api.list("listFirmwareUpdates", "state", "accepted");
        api.call("listFirmwareUpdates").with("campaign", 1).gives(200);
        api.call("listFirmwareUpdates").with("state", "asleep").gives(400);
        api.call("getFirmwareUpdate").with("id", update.path("id").asLong()).gives(200);
        api.call("getFirmwareUpdate").with("id", 0).gives(404);
    }

    private void logs(String station) {
        JsonNode log = api.call("requestLog")
                .with("station", station)
                .with("wait", "10s")
                .body("{\"type\":\"diagnostics\",\"from\":\"2026-01-31T12:00:00Z\",\"retries\":1}")
                .gives(201);
        assertThat(log.path("state").asText()).isEqualTo("accepted");
        api.call("requestLog")
                .with("station", station)
                .body("{\"type\":\"security\"}")
                .gives(201);
        api.call("requestLog")
                .with("station", station)
                .body("{\"type\":\"poem\"}")
                .gives(400);
        api.call("requestLog")
                .with("station", station)
                .body("{\"transport\":\"ftp\"}")
                .gives(400);
        api.call("requestLog").with("station", "nobody").body("{}").gives(404);
        assertThat(api.list("listStationLogs", "station", station)).isNotEmpty();
        assertThat(api.list("listLogs")).isNotEmpty();
        api.call("listLogs").with("state", "asleep").gives(400);
        api.call("getLog").with("id", log.path("id").asLong()).gives(200);
        api.call("getLog").with("id", 0).gives(404);
    }

    private void publications(String station, long image) {
        JsonNode publication = api.call("publishFirmware")
                .with("station", station)
                .body("{\"file\":" + image + "}")
                .gives(201);
        assertThat(publication.path("state").asText()).isEqualTo("accepted");
        api.call("publishFirmware").with("station", station).body("{}").gives(400);
        api.call("publishFirmware")
                .with("station", station)
                .body("{\"location\":\"http://vendor.example.com/a\"}")
                .gives(400);
        assertThat(api.list("listFirmwarePublications", "station", station)).isNotEmpty();
        long id = publication.path("id").asLong();
        api.call("getFirmwarePublication")
                .with("station", station)
                .with("id", id)
                .gives(200);
        api.call("getFirmwarePublication")
                .with("station", station)
                .with("id", 0)
                .gives(404);
        api.call("unpublishFirmware").with("station", station).with("id", id).gives(200);
        api.call("unpublishFirmware").with("station", station).with("id", 0).gives(404);
    }

    private void campaigns(long image) {
        String firmware = "\"firmware\":{\"file\":" + image + "}";
        JsonNode campaign = api.call("beginFirmwareCampaign")
                .body("{\"name\":\"Yard\",\"stations\":[\"DOC-V16\",\"DOC-V21\"]," + firmware
                        + ",\"canary\":1,\"pause\":\"1h\"}")
                .gives(201);
        api.call("beginFirmwareCampaign").body("{}").gives(400);
        api.call("beginFirmwareCampaign")
                .body("{\"name\":\"Yard\"," + firmware + "}")
                .gives(400);
        api.call("beginFirmwareCampaign")
                .body("{\"name\":\"Yard\",\"stations\":[\"nobody\"]," + firmware + "}")
                .gives(400);
        long id = campaign.path("id").asLong();
        assertThat(api.list("listFirmwareCampaigns")).isNotEmpty();
        api.call("getFirmwareCampaign").with("id", id).gives(200);
        api.call("getFirmwareCampaign").with("id", 0).gives(404);
        assertThat(api.list("listFirmwareCampaignStations", "id", Long.toString(id)))
                .hasSize(2);
        api.call("listFirmwareCampaignStations").with("id", 0).gives(404);
        for (String verb : new String[] {"pause", "resume", "stop"}) {
            api.call(verb + "FirmwareCampaign").with("id", id).gives(200);
            api.call(verb + "FirmwareCampaign").with("id", id).gives(409);
            api.call(verb + "FirmwareCampaign").with("id", 0).gives(404);
        }
    }
}
