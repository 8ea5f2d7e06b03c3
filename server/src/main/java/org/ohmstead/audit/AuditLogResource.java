package org.ohmstead.audit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.CsvTable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.api.Page;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;

/** Who changed what. */
@Path("/api/v1/audit-logs")
@Tag(
        name = "Audit log",
        description = "Who changed what, when and from where; every line is chained to the one before it")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AuditLogResource {
    private static final String READ = "audit.read";

    private final AuditLists lists;
    private final AuditChains chains;
    private final CurrentActor actor;

    @Inject
    public AuditLogResource(AuditLists lists, AuditChains chains, CurrentActor actor) {
        this.lists = lists;
        this.chains = chains;
        this.actor = actor;
    }

    @GET
    @Permission(READ)
    @Operation(
            operationId = "listAuditLogs",
            summary = "Lists changes, the newest first",
            description =
                    "Each by whom, when, from where, of what, and how the changed fields were before. As text/csv the whole list,"
                            + " whatever its length: UTF-8 with a byte order mark, one header line, times in UTC.")
    @APIResponse(responseCode = "200", description = "A page of changes; as text/csv all of them")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    public Page<AuditLogView> list(
            @BeanParam AuditQuery query,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return lists.page(actor.wholeTenant("The audit log"), query.filter(), Limit.of(limit), Cursor.of(cursor));
    }

    @GET
    @Permission(READ)
    @Produces(CsvTable.LAST_CHOICE)
    @Operation(hidden = true) // the same operation in another form
    public Response table(@BeanParam AuditQuery query) {
        return lists.table(actor.wholeTenant("The audit log"), query.filter()).answer("audit-log");
    }

    @GET
    @Path("/verification")
    @LongestAnswer(10)
    @Permission(READ)
    @Operation(
            operationId = "verifyAuditLog",
            summary = "Checks the chain: that no line was changed, removed or put in between",
            description =
                    "Walks all lines, which takes about two seconds for 100,000. Names the first that does not fit. With seq and hash"
                            + " of an earlier check it is also seen whether the chain was made anew since.")
    @APIResponse(responseCode = "200", description = "What was found, whether all fits or not")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    public AuditVerification verify(
            @Parameter(description = "Number of a line that was noted down, with its hash") @QueryParam("seq") @Nullable
                    String seq,
            @Parameter(description = "Its hash: 64 hex digits") @QueryParam("hash") @Nullable String hash) {
        return chains.verify(
                actor.wholeTenant("The audit log"), noted(QueryWords.number("seq", seq), QueryWords.text(hash)));
    }

    private static AuditChains.@Nullable Noted noted(@Nullable Long seq, @Nullable String hash) {
        if (seq == null && hash == null) {
            return null;
        }
        if (seq == null || seq < 1) {
            throw Refused.invalid(
                    "seq",
                    "seq is " + (seq == null ? "missing" : seq)
                            + "; with hash it is a number from 1 on, as it was noted.");
        }
        if (hash == null || !hash.matches("[0-9A-Fa-f]{64}")) {
            throw Refused.invalid(
                    "hash",
                    "hash is " + (hash == null ? "missing" : "'" + hash + "'")
                            + "; with seq it is 64 hex digits, as they were noted.");
        }
        return new AuditChains.Noted(seq, hash);
    }
}
