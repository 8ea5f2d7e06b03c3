package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** Calls all that is about how a station proves who it is: as it should be, and wrongly. */
final class SecurityOperations {
    private final DocumentedApi api;

    SecurityOperations(DocumentedApi api) {
        this.api = api;
    }

    /** @param station that is connected, speaks 1.6, and has come plain and without a password */
    void call(String station) {
        JsonNode before =
                api.call("getStationSecurity").with("station", station).gives(200);
        assertThat(before.at("/last/profile").asInt(-1)).as(before.toString()).isZero();
        api.call("getStationSecurity").with("station", "NOBODY").gives(404);
        decided(station);
        tokens(station);
        upgraded(station);
    }

    private void decided(String station) {
        change(station, "{\"profile\":1}").gives(409); // it has no password
        change(station, "{\"profile\":4}").gives(400);
        change(station, "{\"profile\":\"high\"}").gives(400);
        change(station, "{\"certificateName\":\"SN1\"}").gives(400);
        change("NOBODY", "{}").gives(404);
        assertThat(change(station, "{\"profile\":3,\"allowExpiredCertificate\":true}")
                        .gives(200)
                        .path("profile")
                        .asInt())
                .isEqualTo(3);
        change(station, "{\"profile\":0}").gives(409);
        assertThat(change(station, "{\"profile\":null,\"allowLower\":true}")
                        .gives(200)
                        .has("profile"))
                .isFalse();
    }

    private void tokens(String station) {
        JsonNode made =
                api.call("setStationToken").with("station", station).body("{}").gives(200);
        assertThat(made.path("token").asText()).hasSizeGreaterThan(40);
        api.call("setStationToken")
                .with("station", station)
                .body("{\"token\":\"short\"}")
                .gives(400);
        api.call("setStationToken").with("station", "NOBODY").body("{}").gives(404);
        api.call("removeStationToken").with("station", station).gives(204);
        api.call("removeStationToken").with("station", "NOBODY").gives(404);
    }

    private void upgraded(String station) {
        upgrade(station, "{}").gives(400);
        upgrade(station, "{\"profile\":2}").gives(409); // it has no password
        upgrade("NOBODY", "{\"profile\":2}").gives(404);
        api.call("cancelStationSecurityUpgrade").with("station", station).gives(409);
        api.call("cancelStationSecurityUpgrade").with("station", "NOBODY").gives(404);
        api.call("setStationPassword")
                .with("station", station)
                .body("{\"password\":\"correct-horse-battery\"}")
                .gives(204);
        JsonNode begun = upgrade(station, "{\"profile\":2}").gives(200);
        assertThat(begun.path("profile").asInt()).as(begun.toString()).isEqualTo(2);
        if (begun.path("state").asText().equals("pending")) {
            api.call("cancelStationSecurityUpgrade").with("station", station).gives(200);
        }
    }

    private DocumentedApi.Call change(String station, String body) {
        return api.call("changeStationSecurity").with("station", station).body(body);
    }

    private DocumentedApi.Call upgrade(String station, String body) {
        return api.call("upgradeStationSecurity").with("station", station).body(body);
    }
}
