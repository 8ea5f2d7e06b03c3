package org.ohmstead.drivers;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.IfMatch;
import org.ohmstead.api.JsonBody;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.PathNumber;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;

/** REST: companies that pay for others. */
@Path("/api/v1/companies")
@Tag(name = "Drivers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CompanyResource {
    private static final String WRONG = "A field is not allowed; the problem names it";
    private static final String NONE = "There is no such company";
    private static final String TAKEN = "Another company pays for a token group";

    private final Companies companies;
    private final CurrentActor actor;
    private final ObjectMapper json;

    @Inject
    public CompanyResource(Companies companies, CurrentActor actor, ObjectMapper json) {
        this.companies = companies;
        this.actor = actor;
        this.json = json;
    }

    @GET
    @Permission("driver.read")
    @Operation(operationId = "listCompanies", summary = "Lists companies in the order in which they were created")
    @APIResponse(responseCode = "200", description = "A page of companies")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    public Page<CompanyView> list(
            @Parameter(description = "Part of the name") @QueryParam("q") @Nullable String search,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        actor.wholeTenant("The list of companies");
        return companies
                .page(actor.scope(), QueryWords.text(search), Limit.of(limit), Cursor.of(cursor))
                .map(CompanyView::of);
    }

    @POST
    @Permission("driver.write")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createCompany", summary = "Registers a company that pays for others")
    @APIResponse(
            responseCode = "201",
            description = "Registered; Location names it",
            content = @Content(schema = @Schema(implementation = CompanyView.class)))
    @APIResponse(responseCode = "400", description = WRONG)
    @APIResponse(responseCode = "409", description = TAKEN)
    public Response create(@Nullable CompanyBody body) {
        actor.get().checkSeesAll("A company");
        if (body == null) {
            throw Refused.invalid("name", "name is missing; give one, such as 'Acme GmbH'.");
        }
        StoredCompany stored = companies.create(actor.get(), body.company());
        return Response.created(URI.create("/api/v1/companies/" + stored.id()))
                .entity(CompanyView.of(stored))
                .build();
    }

    @GET
    @Path("/{id}")
    @Permission("driver.read")
    @Operation(operationId = "getCompany", summary = "Shows a company")
    @APIResponse(responseCode = "200", description = "The company")
    @APIResponse(responseCode = "404", description = NONE)
    public CompanyView get(@PathParam("id") String id) {
        actor.wholeTenant("A company");
        return CompanyView.of(companies.get(actor.scope(), PathNumber.of("company", id)));
    }

    @PATCH
    @Path("/{id}")
    @Permission("driver.write")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeCompany",
            summary = "Changes a company",
            description =
                    "A JSON merge patch: an absent field stays, null clears. Bills that were made stay as they are.")
    @APIResponse(responseCode = "200", description = "The company as it is now")
    @APIResponse(responseCode = "400", description = WRONG)
    @APIResponse(responseCode = "404", description = NONE)
    @APIResponse(responseCode = "409", description = TAKEN)
    public CompanyView change(
            @PathParam("id") String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = CompanyBody.class))) @Nullable
                    ObjectNode changes,
            @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch) {
        actor.get().checkSeesAll("A company");
        IfMatch match = IfMatch.of(ifMatch);
        return CompanyView.of(companies.change(actor.get(), PathNumber.of("company", id), before -> {
            match.check(CompanyView.of(before));
            return JsonBody.patch(json, CompanyBody.of(before.company()), changes, CompanyBody.class)
                    .company();
        }));
    }
}
