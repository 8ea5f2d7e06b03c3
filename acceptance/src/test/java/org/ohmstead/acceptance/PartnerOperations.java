package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Calls all about blocks and partners: once as it should be, and once wrongly. */
final class PartnerOperations {
    private static final String WHY = "{\"reason\":\"Cable damaged\",\"until\":\"2050-01-31T12:00:00Z\"}";

    private final DocumentedApi api;
    private final String station;

    /** @param station one that has reported connector 1 of EVSE 1 */
    PartnerOperations(DocumentedApi api, String station) {
        this.api = api;
        this.station = station;
    }

    void call() {
        blocks();
        partners();
    }

    private DocumentedApi.Call of(String operation) {
        return api.call(operation).with("station", station);
    }

    private void blocks() {
        JsonNode block = of("blockStation").body(WHY).gives(200);
        assertThat(block.path("reason").asText()).isEqualTo("Cable damaged");
        of("blockStation").body("{}").gives(400);
        of("blockStation")
                .body("{\"reason\":\"x\",\"until\":\"2020-01-31T12:00:00Z\"}")
                .gives(400);
        api.call("blockStation").with("station", "NOBODY").body(WHY).gives(404);
        of("blockEvse").with("evse", 1).body(WHY).gives(200);
        of("blockEvse").with("evse", 77).body(WHY).gives(404);
        of("blockEvse").with("evse", "one").body(WHY).gives(400);
        of("blockConnector").with("evse", 1).with("connector", 1).body(WHY).gives(200);
        of("blockConnector").with("evse", 1).with("connector", 0).body(WHY).gives(400);
        assertThat(of("listBlocksOfStation").gives(200).path("items")).hasSize(3);
        api.call("listBlocksOfStation").with("station", "NOBODY").gives(404);
        JsonNode first = api.call("listConnectorBlocks").with("limit", 1).gives(200);
        api.call("listConnectorBlocks")
                .with("cursor", first.path("next").asText())
                .gives(200);
        api.call("listConnectorBlocks").with("limit", 0).gives(400);
        for (int status : new int[] {204, 404}) {
            of("unblockStation").gives(status);
            of("unblockEvse").with("evse", 1).gives(status);
            of("unblockConnector").with("evse", 1).with("connector", 1).gives(status);
        }
    }

    private void partners() {
        List<JsonNode> connectors = new ArrayList<>();
        api.call("listPartnerConnectors").gives(200).path("items").forEach(connectors::add);
        assertThat(connectors).extracting(each -> each.path("station").asText()).contains(station);
        api.call("listPartnerConnectors").with("limit", 0).gives(400);
        of("getPartnerConnector").with("evse", 1).with("connector", 1).gives(200);
        of("getPartnerConnector").with("evse", 1).with("connector", 77).gives(404);
        of("getPartnerConnector").with("evse", "one").with("connector", 1).gives(400);
        of("blockPartnerConnector")
                .with("evse", 1)
                .with("connector", 1)
                .body(WHY)
                .gives(200);
        of("blockPartnerConnector")
                .with("evse", 1)
                .with("connector", 1)
                .body("{\"reason\":\"\"}")
                .gives(400);
        for (int status : new int[] {204, 404}) {
            of("unblockPartnerConnector").with("evse", 1).with("connector", 1).gives(status);
        }
        api.call("streamPartnerFeed").as("").gives(401);
        try (FeedClient stream = FeedClient.stream(api.plain(), null);
                FeedClient socket = FeedClient.socket(api.plain(), "")) {
            JsonNode schema = api.document().node().at("/components/schemas/PartnerConnector");
            for (FeedClient feed : List.of(stream, socket)) {
                assertThat(api.document().faults(schema, feed.next().data())).isEmpty();
                feed.current();
            }
            api.seen().get("streamPartnerFeed").add(200);
        }
        api.call("openPartnerFeedSocket").gives(400);
        api.seen().get("openPartnerFeedSocket").add(101);
    }
}
