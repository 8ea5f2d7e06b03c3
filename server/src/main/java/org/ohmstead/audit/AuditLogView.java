package org.ohmstead.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.codec.values.Json;

/** A line of the audit log as the API shows it. */
@Schema(name = "AuditLogLine", description = "A change: who, when, from where, of what, and how that was before")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditLogView(
        @Schema(description = "Counts the changes of the tenant, from 1 on and without gaps")
        long seq,

        Instant at,

        @Schema(
                description =
                        "Who: local, user:..., api_key:..., station:..., server:... with the rule by which it was done",
                examples = "user:anna@example.org")
        String actor,

        @Schema(description = "From where; absent: from within the server") @Nullable
        String address,

        @Schema(
                description =
                        "Of the request, as in the header X-Correlation-Id of its answer and in the log; absent: it was none")
        @Nullable
        String requestId,

        @Schema(description = "What kind of thing", examples = "station")
        String entity,

        @Schema(description = "Which one, as the API names it", examples = "CP-7")
        String entityId,

        @Schema(description = "created, changed, deleted, or what else was done with it", examples = "changed")
        String action,

        @Schema(
                description =
                        "The fields that are others now, as they were; secrets stand as ***. Absent: there were none")
        @Nullable
        JsonNode before,

        @Schema(description = "The same fields as they are now, or what was done in particular") @Nullable
        JsonNode after,

        @Schema(description = "SHA-256 of the line and of the hash of the line before it")
        String hash) {
    static AuditLogView of(SealedLine sealed) {
        AuditLine line = sealed.line();
        return new AuditLogView(
                sealed.seq(),
                line.at(),
                line.actor(),
                line.address(),
                line.request(),
                line.entity(),
                line.entityId(),
                line.action(),
                tree(line.before()),
                tree(line.after()),
                sealed.hash());
    }

    /** What somebody has put there that is no JSON is shown all the same; the chain tells of it. */
    private static @Nullable JsonNode tree(@Nullable String json) {
        try {
            return json == null ? null : Json.tree(json);
        } catch (JsonProcessingException tampered) {
            return TextNode.valueOf(json);
        }
    }
}
