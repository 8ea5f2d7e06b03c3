package org.ohmstead.apikeys;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.IfMatch;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.PathNumber;

/** Keys by which programs and partners get in. */
@Path("/api/v1/api-keys")
@Tag(name = "API keys")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ApiKeyResource {
    private final ApiKeys keys;
    private final CurrentActor actor;

    @Inject
    public ApiKeyResource(ApiKeys keys, CurrentActor actor) {
        this.keys = keys;
        this.actor = actor;
    }

    @GET
    @Permission("api-key.read")
    @Operation(operationId = "listApiKeys", summary = "Lists API keys, the newest first; never their secrets")
    public Page<ApiKeyView> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return keys.page(actor.get().tenant(), Limit.of(limit), Cursor.of(cursor))
                .map(ApiKeyView::of);
    }

    @GET
    @Path("/{id}")
    @Permission("api-key.read")
    @Operation(operationId = "getApiKey", summary = "Shows an API key, but for its secret")
    @APIResponse(responseCode = "200", description = "The key")
    @APIResponse(responseCode = "404", description = "There is none")
    public ApiKeyView get(@PathParam("id") String id) {
        return ApiKeyView.of(keys.get(actor.get().tenant(), PathNumber.of("API key", id)));
    }

    @POST
    @Permission("api-key.write")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createApiKey",
            summary = "Makes an API key",
            description =
                    "The answer has the secret, which is never shown again. Send it as Authorization: Bearer, or as X-API-Key."
                            + " Nobody can give a permission, or stations, that they do not have themselves.")
    @APIResponse(
            responseCode = "201",
            description = "Made; Location names it",
            content = @Content(schema = @Schema(implementation = ApiKeyMade.class)))
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    public Response create(@Nullable ApiKeyBody body) {
        ApiKey.Made made =
                keys.create(actor.principal(), ApiKeyBody.present(body).wanted());
        return Response.created(URI.create("/api/v1/api-keys/" + made.key().id()))
                .entity(new ApiKeyMade(made.secret(), ApiKeyView.of(made.key())))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Permission("api-key.write")
    @Operation(
            operationId = "revokeApiKey",
            summary = "Revokes an API key, at once",
            description = "It stays in the list, so that the audit log can be read; a second time changes nothing.")
    @APIResponse(responseCode = "200", description = "The key as it is now")
    @APIResponse(responseCode = "404", description = "There is none")
    public ApiKeyView revoke(@PathParam("id") String id, @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch) {
        IfMatch match = IfMatch.of(ifMatch);
        return ApiKeyView.of(keys.revoke(
                actor.principal(), PathNumber.of("API key", id), before -> match.check(ApiKeyView.of(before))));
    }
}
