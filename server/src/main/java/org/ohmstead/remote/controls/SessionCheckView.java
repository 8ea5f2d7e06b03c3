package org.ohmstead.remote.controls;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.commands.verbs.VerbView;

/** How a session stands with its station, as the API shows it. */
@Schema(name = "SessionCheck")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionCheckView(
        @Schema(description = "Number of the session; absent: the question was about all of them") @Nullable
        Long session,

        @Schema(description = "Whether it runs at the station; absent: the station has not said so") @Nullable
        Boolean ongoing,

        @Schema(
                description =
                        "Whether the station has still messages to deliver, of that session or of any; absent: it has"
                                + " not said so")
        @Nullable
        Boolean messagesInQueue,

        @Schema(description = "How the question went; notSupported for a station of OCPP 1.6")
        VerbView command) {
    static SessionCheckView of(@Nullable Long session, VerbResult result) {
        return new SessionCheckView(
                session,
                ControlOutcomes.flag(result.response(), "ongoingIndicator"),
                ControlOutcomes.flag(result.response(), "messagesInQueue"),
                VerbView.of(result));
    }
}
