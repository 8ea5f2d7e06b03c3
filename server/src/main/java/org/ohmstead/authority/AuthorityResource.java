package org.ohmstead.authority;

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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.JsonBody;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.PathNumber;
import org.ohmstead.api.Refused;

/** REST: who signs certificates of stations, or is believed. */
@Path("/api/v1/authorities")
@Tag(name = "Authorities", description = "Who signs certificates of stations, or is believed")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AuthorityResource {
    private static final String NONE = "There is no such authority";
    private static final String WRONG = "A field is not allowed; the problem names it";
    private static final String THING = "authority";

    private final Authorities authorities;
    private final AuthorityChanges changes;
    private final AuthoritySettings settings;
    private final CurrentActor actor;
    private final ObjectMapper json;

    @Inject
    public AuthorityResource(
            Authorities authorities,
            AuthorityChanges changes,
            AuthoritySettings settings,
            CurrentActor actor,
            ObjectMapper json) {
        this.authorities = authorities;
        this.changes = changes;
        this.settings = settings;
        this.actor = actor;
        this.json = json;
    }

    @GET
    @Permission("authority.read")
    @Operation(
            operationId = "listAuthorities",
            summary = "Lists who signs certificates of stations, or is believed",
            description = "The one that signs for stations is made when the first station asks, if there is none.")
    @APIResponse(responseCode = "200", description = "A page of them, in the order in which they were made")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    public Page<AuthorityView> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        Limit rows = Limit.of(limit);
        Cursor after = Cursor.of(cursor);
        long last = after == null ? 0 : after.id();
        List<Authority> all = authorities.of(actor.scope()).stream()
                .filter(one -> one.id() > last)
                .limit(rows.rows() + 1L)
                .toList();
        return Page.of(all, rows, one -> Cursor.at(one.id())).map(this::view);
    }

    @GET
    @Path("/{id}")
    @Permission("authority.read")
    @Operation(operationId = "getAuthority", summary = "Shows an authority with its certificate")
    @APIResponse(responseCode = "200", description = "The authority")
    @APIResponse(responseCode = "404", description = NONE)
    public AuthorityView get(@PathParam("id") String id) {
        return view(authorities.get(actor.scope(), PathNumber.of(THING, id)));
    }

    @POST
    @Permission("authority.write")
    @Operation(
            operationId = "createAuthority",
            summary = "Makes or imports an authority, connects an external one, or believes one",
            description = "Keys and passwords are kept encrypted, and never shown.")
    @APIResponse(
            responseCode = "201",
            description = "It stands; Location shows it",
            content = @Content(schema = @Schema(implementation = AuthorityView.class)))
    @APIResponse(responseCode = "400", description = WRONG)
    @APIResponse(responseCode = "409", description = "The name stands already")
    public Response create(@Nullable AuthorityBody body) {
        if (body == null) {
            throw Refused.invalid("name", "The body is empty; send name and kind.");
        }
        Authority made = changes.create(actor.get(), body);
        return Response.created(URI.create("/api/v1/authorities/" + made.id()))
                .entity(view(made))
                .build();
    }

    @PATCH
    @Path("/{id}")
    @Permission("authority.write")
    @Operation(
            operationId = "changeAuthority",
            summary = "Changes an authority",
            description = "A JSON merge patch: what is absent stays.")
    @APIResponse(responseCode = "200", description = "The authority as it is now")
    @APIResponse(responseCode = "400", description = WRONG)
    @APIResponse(responseCode = "404", description = NONE)
    @APIResponse(responseCode = "409", description = "The name stands already, or it cannot sign here")
    public AuthorityView change(
            @PathParam("id") String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = AuthorityChangeBody.class))) @Nullable
                    ObjectNode patch) {
        return view(changes.change(
                actor.get(),
                PathNumber.of(THING, id),
                before -> JsonBody.patch(json, before, patch, AuthorityChangeBody.class)));
    }

    @DELETE
    @Path("/{id}")
    @Permission("authority.write")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "deleteAuthority",
            summary = "Removes an authority",
            description = "One that has signed nothing from here. What it was believed for is doubted from now on.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = NONE)
    @APIResponse(responseCode = "409", description = "It has signed certificates, which must stay revocable")
    public void delete(@PathParam("id") String id) {
        authorities.remove(actor.get(), PathNumber.of(THING, id));
    }

    private AuthorityView view(Authority one) {
        return AuthorityView.of(one, settings);
    }
}
