package org.ohmstead.roles;

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
import org.ohmstead.access.PermissionWords;
import org.ohmstead.api.IfMatch;
import org.ohmstead.api.JsonBody;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;

/** What users may do: roles, and the permissions that they are made of. */
@Path("/api/v1/roles")
@Tag(name = "Roles")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RoleResource {
    private final Roles roles;
    private final PermissionWords words;
    private final CurrentActor actor;
    private final ObjectMapper json;

    @Inject
    public RoleResource(Roles roles, PermissionWords words, CurrentActor actor, ObjectMapper json) {
        this.roles = roles;
        this.words = words;
        this.actor = actor;
        this.json = json;
    }

    @GET
    @Permission("role.read")
    @Operation(summary = "Lists all roles, the built-in ones first")
    public Page<RoleView> list() {
        return new Page<>(
                roles.all(actor.get().tenant()).stream().map(RoleView::of).toList(), null);
    }

    @GET
    @Path("/permissions")
    @Permission("role.read")
    @Operation(operationId = "listPermissions", summary = "Lists all permissions that roles and keys may have")
    public List<String> permissions() {
        return List.copyOf(words.ofOrganisations());
    }

    @GET
    @Path("/{name}")
    @Permission("role.read")
    @Operation(summary = "Shows a role")
    @APIResponse(responseCode = "200", description = "The role")
    @APIResponse(responseCode = "404", description = "There is none")
    public RoleView get(@PathParam("name") String name) {
        return roles.find(actor.get().tenant(), name)
                .map(RoleView::of)
                .orElseThrow(() -> Refused.notFound("There is no role '" + name + "'."));
    }

    @POST
    @Permission("role.write")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Makes a role of permissions",
            description = "Nobody can give a permission, or stations, that they do not have themselves.")
    @APIResponse(
            responseCode = "201",
            description = "Made; Location names it",
            content = @Content(schema = @Schema(implementation = RoleView.class)))
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "409", description = "There is a role of that name")
    public Response create(@Nullable RoleBody body) {
        Role made = roles.create(actor.principal(), RoleBody.present(body).role());
        return Response.created(URI.create("/api/v1/roles/" + made.name()))
                .entity(RoleView.of(made))
                .build();
    }

    @PATCH
    @Path("/{name}")
    @Permission("role.write")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Changes a role, for all who have it, at once",
            description = "A JSON merge patch: an absent field stays, null clears. The name cannot change.")
    @APIResponse(responseCode = "200", description = "The role as it is now")
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is none")
    @APIResponse(responseCode = "409", description = "It is built in")
    public RoleView change(
            @PathParam("name") String name,
            @RequestBody(content = @Content(schema = @Schema(implementation = RoleBody.class))) @Nullable
                    ObjectNode changes,
            @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch) {
        IfMatch match = IfMatch.of(ifMatch);
        return RoleView.of(roles.change(actor.principal(), name, before -> {
            match.check(RoleView.of(before));
            Role after = JsonBody.patch(json, RoleBody.of(before), changes, RoleBody.class)
                    .role();
            if (!after.name().equals(name)) {
                throw Refused.invalid("name", "name is '" + name + "' and cannot change. Make another role.");
            }
            return after;
        }));
    }

    @DELETE
    @Path("/{name}")
    @Permission("role.write")
    @Operation(summary = "Removes a role that nobody has")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "404", description = "There is none")
    @APIResponse(responseCode = "409", description = "It is built in, or somebody has it")
    public void delete(@PathParam("name") String name, @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch) {
        IfMatch match = IfMatch.of(ifMatch);
        roles.remove(actor.principal(), name, before -> match.check(RoleView.of(before)));
    }
}
