package org.ohmstead.charging.stopping;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.CommandResult;

/** What became of telling a station to stop a session, as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionStopView(
        @Schema(description = "Number of the session") long session,

        String station,
        @Nullable Integer evse,

        @Schema(description = "RemoteStopTransaction (1.6) or RequestStopTransaction (2.x)")
        String action,

        @Schema(
                implementation = CommandResult.How.class,
                description =
                        "As of any command; notConnected: the station is not there, so nothing was sent. Absent: it"
                                + " was not sent for the reason in errorText")
        @Nullable
        String outcome,

        @Schema(description = "Whether the command left for the station")
        boolean sent,

        @Schema(
                description = "Whether the station said that it stops the session, or has none that runs: see over. The"
                        + " session ends with the stop that the station sends then")
        boolean accepted,

        @Schema(
                description =
                        "Whether it turned out that there is nothing to stop any more, though the station has refused"
                                + " to: its stop is here by now, or still to come")
        boolean over,

        @Schema(description = "The station's answer") @Nullable
        JsonNode response,

        @Schema(description = "Code of the station's CALLERROR, as it came") @Nullable
        String errorCode,

        @Schema(description = "The station's error text, or why there is no answer") @Nullable
        String errorText) {
    static SessionStopView of(SessionStop stop) {
        CommandResult result = stop.result();
        return new SessionStopView(
                stop.session().id(),
                stop.session().origin().station().identity(),
                stop.session().place().evse(),
                stop.action(),
                result == null ? null : result.how().word(),
                result != null && result.sent(),
                stop.accepted(),
                stop.over(),
                result == null ? null : result.response(),
                result == null ? null : result.errorCode(),
                stop.text());
    }
}
