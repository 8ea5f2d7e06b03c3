package org.ohmstead.tokens;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.JsonBody;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Problem;
import org.ohmstead.api.QueryWords;
import org.ohmstead.tenants.CurrentTenant;

/** The tokens of a tenant. */
@Path("/api/v1/tokens")
@Tag(name = "Tokens", description = "What drivers present to charge")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TokenResource {
    private static final int LARGEST_IMPORT = 10_000;

    private final Tokens tokens;
    private final CurrentTenant tenant;
    private final ObjectMapper json;

    @Inject
    public TokenResource(Tokens tokens, CurrentTenant tenant, ObjectMapper json) {
        this.tokens = tokens;
        this.tenant = tenant;
        this.json = json;
    }

    /** How an import went. */
    public record Imported(int created, int replaced) {}

    @GET
    @Operation(summary = "Lists tokens in the order in which they were created")
    public Page<TokenView> list(
            @Parameter(description = "Part of the value or the note") @QueryParam("q") @Nullable String search,
            @QueryParam("group") @Nullable String group,
            @QueryParam("blocked") @Nullable String blocked,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return tokens.page(
                        tenant.id(),
                        new TokenFilter(
                                QueryWords.text(search), QueryWords.text(group), QueryWords.flag("blocked", blocked)),
                        Limit.of(limit),
                        Cursor.of(cursor))
                .map(TokenView::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Registers a token")
    @APIResponse(responseCode = "201", description = "Registered; Location names it")
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "409", description = "Value and type stand already")
    public Response create(TokenBody body) {
        StoredToken stored = tokens.create(tenant.id(), present(body).token());
        return Response.created(URI.create("/api/v1/tokens/" + stored.id()))
                .entity(TokenView.of(stored))
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Shows a token")
    @APIResponse(responseCode = "404", description = "There is none")
    public TokenView get(@PathParam("id") String id) {
        return TokenView.of(tokens.get(tenant.id(), number(id)));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Changes a token",
            description = "A JSON merge patch: an absent field stays, null clears. Value and type cannot change.")
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is none")
    public TokenView change(@PathParam("id") String id, ObjectNode changes) {
        Token before = tokens.get(tenant.id(), number(id)).token();
        Token after = JsonBody.patch(json, TokenBody.of(before), changes, TokenBody.class)
                .token();
        same("value", before.value(), after.value());
        same("type", before.type(), after.type());
        return TokenView.of(tokens.change(tenant.id(), number(id), after));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Removes a token; sessions that were charged with it keep its value")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "404", description = "There is none")
    public void delete(@PathParam("id") String id) {
        tokens.delete(tenant.id(), number(id));
    }

    @POST
    @Path("/import")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Registers or replaces up to 10,000 tokens, all or none")
    @APIResponse(responseCode = "400", description = "A token is not allowed; nothing was imported")
    public Imported importJson(List<TokenBody> bodies) {
        return imported(present(bodies));
    }

    @POST
    @Path("/import")
    @Consumes("text/csv")
    @Operation(summary = "As with JSON, from a table with a header line; comma or semicolon")
    public Imported importCsv(String table) {
        return imported(TokenCsv.read(present(table)));
    }

    private Imported imported(List<TokenBody> bodies) {
        if (bodies.size() > LARGEST_IMPORT) {
            throw Problem.invalid(
                    "body",
                    "The import has " + bodies.size() + " tokens; allowed are " + LARGEST_IMPORT + ". Split it.");
        }
        int created = tokens.importAll(
                tenant.id(), bodies.stream().map(TokenBody::token).toList());
        return new Imported(created, bodies.size() - created);
    }

    private static void same(String field, String before, String after) {
        if (!before.equals(after)) {
            throw Problem.invalid(
                    field,
                    field + " is '" + before + "' and cannot change. Register another token and remove this one.");
        }
    }

    private static <T> T present(@Nullable T body) {
        if (body == null) {
            throw new Problem(400, "No body", "The body is empty; send what the API page shows.", null);
        }
        return body;
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw Problem.notFound("There is no token '" + id + "'; an id is a whole number.");
        }
    }
}
