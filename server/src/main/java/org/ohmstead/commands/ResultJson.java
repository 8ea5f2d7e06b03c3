package org.ohmstead.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.notices.StoredJson;
import org.ohmstead.ocpp.codec.values.Json;
import org.ohmstead.secrets.Secrets;

/** What came of a command, as it is kept beside its outcome: without secrets, and without what its row says. */
final class ResultJson {
    private ResultJson() {}

    static String write(CommandResult result) {
        ObjectNode json = Json.TREES.createObjectNode();
        if (result.response() != null) {
            json.set("response", Secrets.masked(result.response()));
        }
        if (result.raw() != null) {
            json.put("raw", Secrets.masked(result.raw()));
        }
        if (result.errorCode() != null) {
            json.put("errorCode", result.errorCode());
        }
        if (result.text() != null) {
            json.put("text", result.text());
        }
        if (result.details() != null) {
            json.set("details", Secrets.masked(result.details()));
        }
        if (!result.deviations().isEmpty()) {
            result.deviations().forEach(json.putArray("deviations")::add);
        }
        if (result.note() != null) {
            json.put("note", result.note());
        }
        return json.toString();
    }

    static CommandResult read(
            StoredCommand of, CommandResult.How how, String text, Instant endedAt, @Nullable Long tookMillis) {
        JsonNode json = StoredJson.read(text);
        List<String> deviations = new ArrayList<>();
        json.path("deviations").forEach(each -> deviations.add(each.asText()));
        return new CommandResult(
                of.station().identity(),
                of.action(),
                of.version(),
                how,
                json.get("response"),
                words(json, "raw"),
                words(json, "errorCode"),
                words(json, "text"),
                json.get("details"),
                deviations,
                words(json, "note"),
                of.createdAt(),
                endedAt,
                tookMillis);
    }

    private static @Nullable String words(JsonNode json, String field) {
        return json.has(field) ? json.get(field).asText() : null;
    }
}
