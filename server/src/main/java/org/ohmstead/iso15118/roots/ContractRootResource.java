package org.ohmstead.iso15118.roots;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.PathNumber;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;

/** REST: the authorities of contract certificates. */
@Path("/api/v1/contract-roots")
@Tag(name = "Plug and Charge", description = "Contract certificates of vehicles, and who vouches for them (ISO 15118)")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ContractRootResource {
    private final ContractRoots roots;
    private final CurrentActor actor;

    @Inject
    public ContractRootResource(ContractRoots roots, CurrentActor actor) {
        this.roots = roots;
        this.actor = actor;
    }

    @GET
    @Permission("contract.read")
    @Operation(
            operationId = "listContractRoots",
            summary = "Lists the authorities that are trusted to vouch for contracts and vehicles",
            description = "Contract certificates count where they end at one of them whose use is v2g or mo.")
    @APIResponse(responseCode = "200", description = "A page of authorities")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    public Page<ContractRootView> list(
            @Parameter(description = "What they vouch for", schema = @Schema(implementation = RootUse.class))
                    @QueryParam("use")
                    @Nullable
                    String use,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return roots.page(actor.scope(), QueryWords.word("use", RootUse.class, use), Limit.of(limit), Cursor.of(cursor))
                .map(ContractRootView::of);
    }

    @GET
    @Path("/{id}")
    @Permission("contract.read")
    @Operation(operationId = "getContractRoot", summary = "Shows an authority that is trusted")
    @APIResponse(responseCode = "200", description = "The authority")
    @APIResponse(responseCode = "404", description = "There is none")
    public ContractRootView get(@PathParam("id") String id) {
        return ContractRootView.of(roots.get(actor.scope(), PathNumber.of("contract root", id)));
    }

    @POST
    @Permission("contract.write")
    @Operation(
            operationId = "addContractRoot",
            summary = "Trusts an authority",
            description =
                    "A root, or an authority below one: responders sign for certificates that it has issued, and what"
                            + " they say counts only where their issuer is known here, or descends from one that is.")
    @APIResponse(
            responseCode = "201",
            description = "Trusted; Location names it",
            content = @Content(schema = @Schema(implementation = ContractRootView.class)))
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "409", description = "It is trusted for this already, or there are too many")
    public Response add(@Nullable ContractRootBody body) {
        ContractRootBody given = body == null ? new ContractRootBody(null, null, null) : body;
        RootUse use = QueryWords.word("use", RootUse.class, given.use());
        if (use == null) {
            throw Refused.invalid("use", "use is missing; allowed is one of v2g, mo, oem.");
        }
        ContractRoot root = roots.add(actor.get(), use, given.certificate(), QueryWords.text(given.note()));
        return Response.created(URI.create("/api/v1/contract-roots/" + root.id()))
                .entity(ContractRootView.of(root))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Permission("contract.write")
    @Operation(
            operationId = "removeContractRoot",
            summary = "Trusts an authority no more",
            description = "Contracts that end there are refused from the next Authorize on.")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "404", description = "There is none")
    public void remove(@PathParam("id") String id) {
        roots.remove(actor.get(), PathNumber.of("contract root", id));
    }
}
