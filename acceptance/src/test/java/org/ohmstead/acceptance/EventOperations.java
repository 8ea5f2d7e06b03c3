package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** Calls the list of events and their stream: once as it should be, and wrongly. */
final class EventOperations {
    private final DocumentedApi api;
    private final ServerProcess server;
    private final String station;

    /** @param station one that has connected */
    EventOperations(DocumentedApi api, ServerProcess server, String station) {
        this.api = api;
        this.server = server;
        this.station = station;
    }

    void call() {
        JsonNode first = api.call("listEvents")
                .with("kind", "station.,session.started")
                .with("station", station)
                .with("from", "2020-01-31T12:00:00Z")
                .with("limit", 1)
                .gives(200);
        assertThat(first.at("/items/0/station").asText()).isEqualTo(station);
        api.call("listEvents").with("cursor", first.path("next").asText()).gives(200);
        for (String operation : new String[] {"listEvents", "streamEvents"}) {
            api.call(operation).with("kind", "sesion.").gives(400);
            api.call(operation).with("station", "NOBODY").gives(404);
        }
        api.call("listEvents").with("from", "yesterday").gives(400);
        api.call("streamEvents").with("after", -1).gives(400);
        api.call("streamEvents").with("after", "one").gives(400);
        api.call("streamEvents").with("meter", "maybe").gives(400);
        String path = "/api/v1/events/live?kind=station.&station=" + station;
        try (FeedClient stream = FeedClient.stream(api.plain(), path, null);
                RawStation connected = RawStation.booted(server, station, "ocpp1.6")) {
            assertThat(connected.ask("[2,\"h\",\"Heartbeat\",{}]").path(0).asInt())
                    .isEqualTo(3);
            FeedClient.Event told = stream.until(event -> event.event().equals("station.connected"));
            JsonNode schema = api.document().node().at("/components/schemas/Event");
            assertThat(schema.isMissingNode()).isFalse();
            assertThat(api.document().faults(schema, told.data())).isEmpty();
            assertThat(told.id()).isEqualTo(told.data().path("id").asText());
        }
        api.seen().get("streamEvents").add(200);
    }
}
