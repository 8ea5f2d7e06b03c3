package org.ohmstead.charging.lists;

import jakarta.ws.rs.QueryParam;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;
import org.ohmstead.charging.session.SessionState;
import org.ohmstead.charging.session.SessionVerdict;

/** The query parameters by which a list of sessions is filtered, as they were sent. */
public record SessionQuery(
        @Parameter(description = "Identity of the station") @QueryParam("station") @Nullable
        String station,

        @Parameter(description = "A value of the token, in any spelling") @QueryParam("token") @Nullable
        String token,

        @Parameter(schema = @Schema(implementation = SessionState.class)) @QueryParam("state") @Nullable
        String state,

        @Parameter(schema = @Schema(implementation = SessionVerdict.class)) @QueryParam("verdict") @Nullable
        String verdict,

        @Parameter(description = "Counted within its station, so station has to be given too")
        @QueryParam("evse")
        @Nullable
        String evse,

        @Parameter(description = "Started then or later") @QueryParam("from") @Nullable
        String from,

        @Parameter(description = "Started before") @QueryParam("to") @Nullable
        String to,

        @Parameter(description = "Ended then or later; open sessions have not") @QueryParam("endedFrom") @Nullable
        String endedFrom,

        @Parameter(description = "Ended before") @QueryParam("endedTo") @Nullable
        String endedTo,

        @QueryParam("stationGroup") @Nullable String stationGroup) {

    /**
     * @param tokenKey the key under which sessions of a token stand
     * @throws Refused invalid naming the parameter that is not allowed
     */
    SessionFilter filter(UnaryOperator<String> tokenKey) {
        String value = QueryWords.text(token);
        SessionFilter filter = new SessionFilter(
                QueryWords.text(station),
                value == null ? null : tokenKey.apply(value),
                QueryWords.word("state", SessionState.class, state),
                QueryWords.word("verdict", SessionVerdict.class, verdict),
                QueryWords.evse(evse),
                QueryWords.time("from", from),
                QueryWords.time("to", to),
                QueryWords.time("endedFrom", endedFrom),
                QueryWords.time("endedTo", endedTo));
        QueryWords.period("from", filter.from(), "to", filter.to());
        QueryWords.period("endedFrom", filter.endedFrom(), "endedTo", filter.endedTo());
        if (filter.evse() != null && filter.station() == null) {
            throw Refused.invalid(
                    "station", "station is missing; an EVSE is counted within its station. Give its identity too.");
        }
        if (filter.state() == SessionState.OPEN && filter.byEnd()) {
            throw Refused.invalid(
                    "state", "state is open; an open session has no end. Leave out endedFrom and endedTo.");
        }
        return filter;
    }
}
