package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/** Calls all that is about simulated stations within the server: as it should be, and wrongly. */
final class VirtualStationOperations {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final DocumentedApi api;

    VirtualStationOperations(DocumentedApi api) {
        this.api = api;
    }

    void call() {
        String identity = api.call("startVirtualStation")
                .body("{\"ocppVersion\":\"2.1\"}")
                .gives(201)
                .path("identity")
                .asText();
        assertThat(api.call("listVirtualStations").gives(200).path("items"))
                .anyMatch(each -> each.path("identity").asText().equals(identity));
        Await.until("it charges", PATIENCE, () -> !api.call("listSessions")
                .with("station", identity)
                .gives(200)
                .path("items")
                .isEmpty());
        api.call("startVirtualStation").body("{\"ocppVersion\":\"3.0\"}").gives(400);
        api.call("stopVirtualStation").with("station", "NOBODY").gives(404);
        api.call("stopVirtualStation").with("station", identity).gives(204);
        api.call("stopVirtualStation").with("station", identity).gives(404);
        assertThat(api.call("listVirtualStations").gives(200).path("items")).isEmpty();
    }
}
