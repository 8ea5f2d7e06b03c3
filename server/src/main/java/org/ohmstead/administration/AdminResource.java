package org.ohmstead.administration;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.access.PermissionWords;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;
import org.ohmstead.apikeys.ApiKey;
import org.ohmstead.apikeys.ApiKeys;
import org.ohmstead.users.User;

/**
 * What {@code ./ohmstead admin} does, on the server's own machine, when nobody gets in any other way. It answers in sentences for a
 * terminal. No role has its permission, only the key of the machine.
 */
@Path("/api/v1/admin")
@Tag(name = "Administration on the server's machine")
@Produces(MediaType.TEXT_PLAIN)
@Consumes(MediaType.WILDCARD)
@RunOnVirtualThread
public class AdminResource {
    private static final String PERMISSION = PermissionWords.OF_THIS_MACHINE + ".admin";
    private static final String NONE = "Nobody signs in with that address";

    private final Administration administration;
    private final ApiKeys keys;
    private final PermissionWords words;
    private final CurrentActor actor;

    @Inject
    public AdminResource(Administration administration, ApiKeys keys, PermissionWords words, CurrentActor actor) {
        this.administration = administration;
        this.keys = keys;
        this.words = words;
        this.actor = actor;
    }

    @POST
    @Path("/setup-link")
    @Permission(PERMISSION)
    @Operation(operationId = "adminSetupLink", summary = "Makes a link by which the first owner is made")
    @APIResponse(responseCode = "200", description = "The link")
    @APIResponse(responseCode = "409", description = "Somebody can sign in already")
    public String setupLink() {
        return administration.setupLink(actor.get()) + "\n";
    }

    @POST
    @Path("/administrators")
    @Permission(PERMISSION)
    @Operation(
            operationId = "adminCreateAdministrator",
            summary = "Makes an administrator of the installation, who makes, suspends and removes organisations")
    @APIResponse(
            responseCode = "200",
            description = "A link by which they choose a password; it counts for a week, once")
    @APIResponse(responseCode = "400", description = "That is no e-mail address")
    @APIResponse(responseCode = "409", description = "Somebody signs in with that address")
    public String createAdministrator(
            @Parameter(description = "Whom", required = true) @QueryParam("email") @Nullable String email) {
        return administration.createAdministrator(actor.get(), email(email)) + "\n";
    }

    @DELETE
    @Path("/administrators")
    @Permission(PERMISSION)
    @Operation(
            operationId = "adminRemoveAdministrator",
            summary = "Removes an administrator of the installation, who is out at once")
    @APIResponse(responseCode = "200", description = "Removed")
    @APIResponse(responseCode = "404", description = "None signs in with that address")
    public String removeAdministrator(
            @Parameter(description = "Whom", required = true) @QueryParam("email") @Nullable String email) {
        return administration.removeAdministrator(actor.get(), email(email)).email()
                + " administers this installation no more.\n";
    }

    @GET
    @Path("/users")
    @Permission(PERMISSION)
    @Operation(operationId = "adminListUsers", summary = "Lists who can sign in, of all organisations")
    @APIResponse(responseCode = "200", description = "A line each: e-mail address, role, organisation, what is special")
    public String users() {
        return administration.all().stream().map(AdminResource::line).collect(Collectors.joining());
    }

    private static String line(Administration.Known known) {
        User user = known.user();
        String special = (user.disabled() ? " disabled" : "")
                + (user.hasSecondFactor() ? " second-factor" : "")
                + (user.password() == null && user.subject() == null ? " invited" : "");
        return user.email() + "  " + user.role() + "  " + known.organisation() + special + "\n";
    }

    @POST
    @Path("/password-link")
    @Permission(PERMISSION)
    @Operation(
            operationId = "adminPasswordLink",
            summary =
                    "Makes a link by which somebody chooses a new password; a lost second factor is taken away on demand")
    @APIResponse(responseCode = "200", description = "The link")
    @APIResponse(responseCode = "404", description = NONE)
    public String passwordLink(
            @Parameter(description = "Whose", required = true) @QueryParam("email") @Nullable String email,
            @Parameter(description = "true: the second factor goes, too") @QueryParam("removeSecondFactor") @Nullable
                    String removeSecondFactor) {
        return administration.passwordLink(
                        actor.get(),
                        email(email),
                        Boolean.TRUE.equals(QueryWords.flag("removeSecondFactor", removeSecondFactor)))
                + "\n";
    }

    @POST
    @Path("/unlock")
    @Permission(PERMISSION)
    @Operation(operationId = "adminUnlock", summary = "Lets somebody in again after too many wrong passwords")
    @APIResponse(responseCode = "200", description = "Done")
    @APIResponse(responseCode = "404", description = NONE)
    public String unlock(
            @Parameter(description = "Whom", required = true) @QueryParam("email") @Nullable String email) {
        User user = administration.unlock(actor.get(), email(email));
        return user.email() + " can sign in again.\n";
    }

    @POST
    @Path("/api-keys")
    @Permission(PERMISSION)
    @Operation(operationId = "adminCreateKey", summary = "Makes an API key of the default organisation")
    @APIResponse(responseCode = "200", description = "The key, shown this once")
    @APIResponse(responseCode = "400", description = "A permission is none")
    public String key(
            @Parameter(description = "For people", required = true) @QueryParam("name") @Nullable String name,
            @Parameter(description = "With commas between them; default: all but those of the installation")
                    @QueryParam("permissions")
                    @Nullable
                    String permissions) {
        if (name == null) {
            throw Refused.invalid("name", "name is missing. Say which program the key is for.");
        }
        Set<String> wanted = permissions == null
                ? words.ofOrganisations()
                : new TreeSet<>(Arrays.asList(permissions.split("[, ]+")));
        ApiKey.Made made = keys.create(actor.principal(), new ApiKeys.Wanted(name, wanted, Set.of(), "", null));
        return made.secret() + "\n";
    }

    private static String email(@Nullable String email) {
        if (email == null) {
            throw Refused.invalid("email", "email is missing. Give the address by which they sign in.");
        }
        return email;
    }
}
