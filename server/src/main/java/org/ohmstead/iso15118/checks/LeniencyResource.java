package org.ohmstead.iso15118.checks;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.Refused;

/** REST: what an organisation lets pass of contract certificates while it tests. */
@Path("/api/v1/contract-leniency")
@Tag(name = "Plug and Charge")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class LeniencyResource {
    private final Leniencies leniencies;
    private final CurrentActor actor;

    @Inject
    public LeniencyResource(Leniencies leniencies, CurrentActor actor) {
        this.leniencies = leniencies;
        this.actor = actor;
    }

    @GET
    @Permission("contract.read")
    @Operation(
            operationId = "getContractLeniency",
            summary = "Shows what is let pass of contract certificates, for tests",
            description = "Of the own organisation. Where nobody has said anything, all is checked.")
    @APIResponse(responseCode = "200", description = "What is let pass")
    public LeniencyBody get() {
        return LeniencyBody.of(leniencies.of(actor.scope()));
    }

    @PUT
    @Permission("contract.write")
    @Operation(
            operationId = "setContractLeniency",
            summary = "Says what is let pass of contract certificates, for tests",
            description =
                    "From the next Authorize on. Whoever can make such certificates can charge at the cost of others.")
    @APIResponse(responseCode = "200", description = "What is let pass now")
    @APIResponse(responseCode = "400", description = "A field is missing or not allowed; the problem names it")
    public LeniencyBody set(@Nullable LeniencyBody body) {
        LeniencyBody given = body == null ? new LeniencyBody(null, null, null, null) : body;
        Leniency wanted = new Leniency(
                present("withoutOcsp", given.withoutOcsp()),
                present("expired", given.expired()),
                present("unknownRoot", given.unknownRoot()));
        return LeniencyBody.of(leniencies.set(actor.get(), wanted));
    }

    private static boolean present(String field, @Nullable Boolean value) {
        if (value == null) {
            throw Refused.invalid(field, field + " is missing; allowed are true and false.");
        }
        return value;
    }
}
