package org.ohmstead.audit;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;

/** The query parameters by which the list of changes is filtered, as they were sent. */
public record AuditQuery(
        @Parameter(description = "Kind of thing: station, connector, token, session, display-message ...")
        @QueryParam("entity")
        @Nullable
        String entity,

        @Parameter(description = "Which one, as the API names it; entity has to be given too")
        @QueryParam("entityId")
        @Nullable
        String entityId,

        @Parameter(description = "Who: user:anna@example.org, or all of a kind: local, user, api_key, station, server")
        @QueryParam("actor")
        @Nullable
        String actor,

        @Parameter(description = "created, changed, deleted, or another verb such as command, closed or password-set")
        @QueryParam("action")
        @Nullable
        String action,

        @Parameter(description = "Changed then or later") @QueryParam("from") @Nullable
        String from,

        @Parameter(description = "Changed before") @QueryParam("to") @Nullable
        String to) {

    /** @throws Refused invalid naming the parameter that is not allowed */
    AuditFilter filter() {
        AuditFilter filter = new AuditFilter(
                QueryWords.text(entity),
                QueryWords.text(entityId),
                QueryWords.text(actor),
                QueryWords.text(action),
                QueryWords.time("from", from),
                QueryWords.time("to", to));
        QueryWords.period("from", filter.from(), "to", filter.to());
        if (filter.entityId() != null && filter.entity() == null) {
            throw Refused.invalid(
                    "entity",
                    "entity is missing; entityId names one of a kind of things only. Give both, such as entity=station and"
                            + " entityId=CP-7.");
        }
        return filter;
    }
}
