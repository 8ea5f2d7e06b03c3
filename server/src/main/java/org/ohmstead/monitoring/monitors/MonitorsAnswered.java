package org.ohmstead.monitoring.monitors;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.commands.verbs.VerbView;

/** What a station said to each of several monitors. */
@Schema(name = "MonitorsAnswered")
public record MonitorsAnswered(
        @Schema(description = "In the order of the request") List<One> monitors,

        @Schema(description = "The messages that it took: one, or more where the station takes fewer items in each")
        List<VerbView> commands) {

    /** What it said to one. */
    @Schema(name = "MonitorAnswered")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record One(
            @Schema(description = "Number of the monitor. Absent: it has none") @Nullable
            Long id,

            @Schema(
                    description = "The station's word: Accepted, Rejected, Duplicate (one of this type and severity is"
                            + " there), UnknownComponent, UnknownVariable, UnsupportedMonitorType, NotFound."
                            + " Absent: it has not said",
                    examples = "Accepted")
            @Nullable
            String status,

            @Schema(description = "Reason code of the station", examples = "OutOfStorage") @Nullable
            String reason,

            @Schema(description = "What the station says beside it") @Nullable
            String text,

            @Schema(description = "Number of the command that it was part of")
            long command) {}

    /** To monitors that were to be set. */
    static MonitorsAnswered set(List<VerbResult> results) {
        List<One> all = new ArrayList<>();
        for (VerbResult result : results) {
            JsonNode payload = result.command().payload();
            MonitorAnswers.of(payload, result.response())
                    .forEach(answer -> all.add(one(result, answer.wanted().path("id"), answer.result())));
        }
        return of(all, results);
    }

    /** To monitors that were to be removed. */
    static MonitorsAnswered cleared(List<VerbResult> results) {
        List<One> all = new ArrayList<>();
        for (VerbResult result : results) {
            for (JsonNode id : result.command().payload().path("id")) {
                JsonNode found = null;
                for (JsonNode answer : result.response().path("clearMonitoringResult")) {
                    found = answer.path("id").asLong() == id.asLong() ? answer : found;
                }
                all.add(one(result, id, found));
            }
        }
        return of(all, results);
    }

    private static One one(VerbResult result, JsonNode wanted, @Nullable JsonNode said) {
        JsonNode id = said != null && said.has("id") ? said.path("id") : wanted;
        return new One(
                id.canConvertToLong() && id.isNumber() ? id.asLong() : null,
                said == null ? null : text(said.path("status")),
                said == null ? null : text(said.at("/statusInfo/reasonCode")),
                said == null ? null : text(said.at("/statusInfo/additionalInfo")),
                result.command().id());
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }

    private static MonitorsAnswered of(List<One> all, List<VerbResult> results) {
        return new MonitorsAnswered(all, results.stream().map(VerbView::of).toList());
    }

    /** 200 where all have ended, 202 where one has not. */
    Response answer(List<VerbResult> results) {
        boolean haveEnded = results.stream().allMatch(result -> result.command().hasEnded());
        return Response.status(haveEnded ? Response.Status.OK : Response.Status.ACCEPTED)
                .entity(this)
                .build();
    }
}
