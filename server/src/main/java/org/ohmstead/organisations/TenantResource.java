package org.ohmstead.organisations;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.ohmstead.api.QueryWords;
import org.ohmstead.organisations.TenantBody.SuspensionBody;
import org.ohmstead.organisations.TenantBody.TenantNameBody;
import org.ohmstead.organisations.TenantBody.TenantOwnerBody;
import org.ohmstead.tenants.RegisteredTenant;
import org.ohmstead.users.InvitedUser;
import org.ohmstead.users.LinkUrls;
import org.ohmstead.users.UserProfile;
import org.ohmstead.users.Users;

/** The organisations of the installation, for its administrators. */
@Path("/api/v1/tenants")
@Tag(name = "Tenants")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TenantResource {
    private static final String SLUG = "As it stands in its stations' URLs, /ocpp/{slug}/{identity}";
    private static final String NONE = "There is none of that slug";
    private static final String WRONG_FIELD = "A field is not allowed; the problem names it";

    private final Organisations organisations;
    private final LinkUrls links;
    private final CurrentActor actor;
    private final ObjectMapper json;

    @Inject
    public TenantResource(Organisations organisations, LinkUrls links, CurrentActor actor, ObjectMapper json) {
        this.organisations = organisations;
        this.links = links;
        this.actor = actor;
        this.json = json;
    }

    @GET
    @Permission("tenant.read")
    @Operation(summary = "Lists organisations in the order in which they were made")
    public Page<TenantView> list(
            @Parameter(
                            description = "Only those in this state",
                            schema = @Schema(implementation = RegisteredTenant.State.class))
                    @QueryParam("state")
                    @Nullable
                    String state,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        RegisteredTenant.State wanted = QueryWords.word("state", RegisteredTenant.State.class, state);
        return organisations.page(wanted, Limit.of(limit), Cursor.of(cursor)).map(TenantView::of);
    }

    @GET
    @Path("/{slug}")
    @Permission("tenant.read")
    @Operation(summary = "Shows an organisation")
    @APIResponse(responseCode = "200", description = "The organisation")
    @APIResponse(responseCode = "404", description = NONE)
    public TenantView get(@Parameter(description = SLUG) @PathParam("slug") String slug) {
        return TenantView.of(organisations.get(slug));
    }

    @POST
    @Permission("tenant.write")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Makes an organisation",
            description =
                    "With ownerEmail the answer has a link by which its first owner chooses a password, and which counts"
                            + " for a week.")
    @APIResponse(
            responseCode = "201",
            description = "Made; Location names it",
            content = @Content(schema = @Schema(implementation = TenantMade.class)))
    @APIResponse(responseCode = "400", description = WRONG_FIELD)
    @APIResponse(responseCode = "409", description = "The slug is taken, or somebody signs in with that address")
    public Response create(@Nullable TenantBody body) {
        TenantBody given = TenantBody.present(body);
        Organisations.Made made = organisations.create(
                actor.get(), given.givenSlug(), given.givenName(), QueryWords.text(given.ownerEmail()));
        Users.Linked owner = made.owner();
        return Response.created(URI.create("/api/v1/tenants/" + given.givenSlug()))
                .entity(new TenantMade(TenantView.of(made.tenant()), owner == null ? null : view(owner)))
                .build();
    }

    @PATCH
    @Path("/{slug}")
    @Permission("tenant.write")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Renames an organisation", description = "A JSON merge patch. The slug cannot change.")
    @APIResponse(responseCode = "200", description = "The organisation as it is now")
    @APIResponse(responseCode = "400", description = WRONG_FIELD)
    @APIResponse(responseCode = "404", description = NONE)
    @APIResponse(responseCode = "409", description = "It is being removed")
    public TenantView change(
            @Parameter(description = SLUG) @PathParam("slug") String slug,
            @RequestBody(content = @Content(schema = @Schema(implementation = TenantNameBody.class))) @Nullable
                    ObjectNode changes,
            @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch) {
        IfMatch match = IfMatch.of(ifMatch);
        return TenantView.of(organisations.rename(actor.get(), slug, before -> {
            match.check(TenantView.of(before));
            return JsonBody.patch(json, TenantNameBody.of(before), changes, TenantNameBody.class)
                    .changed(before);
        }));
    }

    @POST
    @Path("/{slug}/owner")
    @Permission("tenant.write")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "inviteTenantOwner",
            summary = "Invites the first owner of an organisation that has none",
            description =
                    "In place of one who was invited before and has not chosen a password. An organisation that has an"
                            + " owner lets in whom it likes by itself.")
    @APIResponse(responseCode = "200", description = "Invited")
    @APIResponse(responseCode = "400", description = WRONG_FIELD)
    @APIResponse(responseCode = "404", description = NONE)
    @APIResponse(responseCode = "409", description = "It has an owner, or somebody signs in with that address")
    public InvitedUser owner(
            @Parameter(description = SLUG) @PathParam("slug") String slug, @Nullable TenantOwnerBody body) {
        return view(organisations.inviteOwner(actor.get(), slug, TenantOwnerBody.given(body)));
    }

    @POST
    @Path("/{slug}/suspend")
    @Permission("tenant.write")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "suspendTenant",
            summary = "Suspends an organisation, at once",
            description =
                    "Its people, programs and stations get in no more, and those that are in are out. It keeps all that it"
                            + " has.")
    @APIResponse(responseCode = "200", description = "The organisation as it is now")
    @APIResponse(responseCode = "400", description = WRONG_FIELD)
    @APIResponse(responseCode = "404", description = NONE)
    @APIResponse(responseCode = "409", description = "It is suspended or being removed")
    public TenantView suspend(
            @Parameter(description = SLUG) @PathParam("slug") String slug, @Nullable SuspensionBody body) {
        return TenantView.of(organisations.suspend(actor.get(), slug, SuspensionBody.given(body)));
    }

    @POST
    @Path("/{slug}/resume")
    @Permission("tenant.write")
    @Operation(operationId = "resumeTenant", summary = "Serves a suspended organisation again")
    @APIResponse(responseCode = "200", description = "The organisation as it is now")
    @APIResponse(responseCode = "404", description = NONE)
    @APIResponse(responseCode = "409", description = "It is not suspended, or being removed")
    public TenantView resume(@Parameter(description = SLUG) @PathParam("slug") String slug) {
        return TenantView.of(organisations.resume(actor.get(), slug));
    }

    @DELETE
    @Path("/{slug}")
    @Permission("tenant.write")
    @Operation(
            summary = "Removes a suspended organisation with all that it has, which cannot be undone",
            description =
                    "It goes in the background, and is in the list, in the state removing, until the last row is gone.")
    @APIResponse(
            responseCode = "202",
            description = "It is being removed",
            content = @Content(schema = @Schema(implementation = TenantView.class)))
    @APIResponse(responseCode = "400", description = "confirm is not the slug")
    @APIResponse(responseCode = "404", description = NONE)
    @APIResponse(
            responseCode = "409",
            description = "It is the default one, is not suspended, or is being removed already")
    public Response remove(
            @Parameter(description = SLUG) @PathParam("slug") String slug,
            @Parameter(description = "The slug once more", required = true) @QueryParam("confirm") @Nullable
                    String confirm) {
        return Response.accepted(TenantView.of(organisations.remove(actor.get(), slug, confirm)))
                .build();
    }

    private InvitedUser view(Users.Linked linked) {
        return new InvitedUser(
                UserProfile.of(linked.user()),
                links.password(linked.link().secret()),
                linked.link().link().expiresAt());
    }
}
