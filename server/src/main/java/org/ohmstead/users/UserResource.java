package org.ohmstead.users;

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
import org.ohmstead.api.PathNumber;
import org.ohmstead.api.QueryWords;

/** The people of an organisation. */
@Path("/api/v1/users")
@Tag(name = "Users")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class UserResource {
    private final Users users;
    private final LinkUrls links;
    private final CurrentActor actor;
    private final ObjectMapper json;

    @Inject
    public UserResource(Users users, LinkUrls links, CurrentActor actor, ObjectMapper json) {
        this.users = users;
        this.links = links;
        this.actor = actor;
        this.json = json;
    }

    @GET
    @Permission("user.read")
    @Operation(summary = "Lists users in the order in which they were invited")
    public Page<UserProfile> list(
            @Parameter(description = "Part of an e-mail address or a name") @QueryParam("q") @Nullable String search,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return users.page(actor.get().tenant(), QueryWords.text(search), Limit.of(limit), Cursor.of(cursor))
                .map(UserProfile::of);
    }

    @GET
    @Path("/{id}")
    @Permission("user.read")
    @Operation(summary = "Shows a user")
    @APIResponse(responseCode = "200", description = "The user")
    @APIResponse(responseCode = "404", description = "There is none")
    public UserProfile get(@PathParam("id") String id) {
        return UserProfile.of(users.get(actor.get().tenant(), number(id)));
    }

    @POST
    @Permission("user.write")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Invites a user",
            description =
                    "The answer has a link by which they choose a password, and which counts for a week. Nobody can give a role"
                            + " that may more than they may themselves.")
    @APIResponse(
            responseCode = "201",
            description = "Invited; Location names them",
            content = @Content(schema = @Schema(implementation = InvitedUser.class)))
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "409", description = "Somebody signs in with that address")
    public Response invite(@Nullable UserBody body) {
        UserBody given = UserBody.present(body);
        Users.Linked invited =
                users.invite(actor.principal(), given.givenEmail(), given.givenName(), given.givenRole());
        return Response.created(URI.create("/api/v1/users/" + invited.user().id()))
                .entity(view(invited))
                .build();
    }

    @PATCH
    @Path("/{id}")
    @Permission("user.write")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Changes name or role of a user, or disables them",
            description =
                    "A JSON merge patch: an absent field stays. It counts at once, also for whoever is signed in.")
    @APIResponse(responseCode = "200", description = "The user as they are now")
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is none")
    @APIResponse(responseCode = "409", description = "It is the only owner")
    public UserProfile change(
            @PathParam("id") String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = UserBody.class))) @Nullable
                    ObjectNode changes,
            @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch) {
        IfMatch match = IfMatch.of(ifMatch);
        return UserProfile.of(users.change(actor.principal(), number(id), before -> {
            match.check(UserProfile.of(before));
            return JsonBody.patch(json, UserBody.of(before), changes, UserBody.class)
                    .changed(before);
        }));
    }

    @DELETE
    @Path("/{id}")
    @Permission("user.write")
    @Operation(summary = "Removes a user; what they did stays in the audit log")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "404", description = "There is none")
    @APIResponse(responseCode = "409", description = "It is the only owner")
    public void delete(@PathParam("id") String id, @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch) {
        IfMatch match = IfMatch.of(ifMatch);
        users.remove(actor.principal(), number(id), before -> match.check(UserProfile.of(before)));
    }

    @POST
    @Path("/{id}/password-link")
    @Permission("user.write")
    @Operation(
            operationId = "makePasswordLink",
            summary = "Makes a link by which a user chooses a new password",
            description = "It counts for a day, once; the links before it count no more, the old password until then.")
    @APIResponse(responseCode = "200", description = "The link")
    @APIResponse(responseCode = "404", description = "There is no such user")
    @APIResponse(responseCode = "409", description = "It is one's own")
    public InvitedUser passwordLink(@PathParam("id") String id) {
        return view(users.newPassword(actor.principal(), number(id)));
    }

    @DELETE
    @Path("/{id}/second-factor")
    @Permission("user.write")
    @Operation(operationId = "removeSecondFactor", summary = "Takes a user's second factor away, who has lost it")
    @APIResponse(responseCode = "200", description = "The user as they are now")
    @APIResponse(responseCode = "404", description = "There is none")
    @APIResponse(responseCode = "409", description = "It is one's own")
    public UserProfile removeSecondFactor(@PathParam("id") String id) {
        return UserProfile.of(users.removeSecondFactor(actor.principal(), number(id)));
    }

    private InvitedUser view(Users.Linked linked) {
        return new InvitedUser(
                UserProfile.of(linked.user()),
                links.password(linked.link().secret()),
                linked.link().link().expiresAt());
    }

    private static long number(String id) {
        return PathNumber.of("user", id);
    }
}
