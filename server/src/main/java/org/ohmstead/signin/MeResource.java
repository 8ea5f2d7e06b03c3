package org.ohmstead.signin;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.OwnRoute;
import org.ohmstead.access.Principal;
import org.ohmstead.api.PathNumber;
import org.ohmstead.api.Refused;
import org.ohmstead.tenants.Tenants;
import org.ohmstead.users.User;
import org.ohmstead.users.UserProfile;
import org.ohmstead.users.Users;

/** Who asks, and what they may change of their own account. Whoever has been let in may, so no permission is needed. */
@Path("/api/v1")
@Tag(name = "Own account")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@OwnRoute
public class MeResource {
    private static final String WRONG_PASSWORD = "currentPassword is not the password of this account";
    private static final String NO_USER = "A program by its API key has no account";

    private final CurrentActor actor;
    private final Users users;
    private final OwnAccount account;
    private final SignInSessions sessions;
    private final Tenants tenants;
    private final Browser browser;

    @Inject
    public MeResource(
            CurrentActor actor,
            Users users,
            OwnAccount account,
            SignInSessions sessions,
            Tenants tenants,
            Browser browser) {
        this.actor = actor;
        this.users = users;
        this.account = account;
        this.sessions = sessions;
        this.tenants = tenants;
        this.browser = browser;
    }

    /** A new name. */
    public record NameBody(
            @Schema(maxLength = 100, required = true) @Nullable
            String name) {}

    /** What must be known to change how somebody signs in. */
    public record SecretsBody(
            @Schema(description = "The password of now; left out by whoever signs in at an identity provider alone")
            @Nullable
            String currentPassword,

            @Schema(description = "The new one, of 10 to 200 characters; where a password is set") @Nullable
            String password,

            @Schema(description = "Of the new second factor; where one is confirmed") @Nullable
            String secret,

            @Schema(description = "Of the app; where a second factor is confirmed", examples = "123456") @Nullable
            String code) {
        @Override
        public String toString() {
            return "SecretsBody";
        }
    }

    /** Codes for whoever has lost the app. */
    public record RecoveryCodes(
            @Schema(description = "Each counts once. Shown this once")
            List<String> codes) {
        @Override
        public String toString() {
            return "RecoveryCodes";
        }
    }

    @GET
    @Path("/me")
    @Operation(operationId = "getMe", summary = "Tells who asks, and what they may")
    public MeView me() {
        Principal principal = actor.principal();
        User user = principal.proof() instanceof Principal.SignedIn person
                ? users.find(person.user()).orElse(null)
                : null;
        return new MeView(
                principal.actor().word(),
                user == null ? null : UserProfile.of(user),
                tenants.name(principal.actor().tenant()).orElse(null),
                List.copyOf(new TreeSet<>(principal.permissions().words())),
                List.copyOf(new TreeSet<>(principal.stationGroups())),
                user != null && user.hasSecondFactor() ? account.recoveryCodesLeft(user) : null);
    }

    @PATCH
    @Path("/me")
    @Operation(operationId = "renameMe", summary = "Changes one's own name")
    @APIResponse(responseCode = "200", description = "The user as they are now")
    @APIResponse(responseCode = "409", description = NO_USER)
    public UserProfile rename(@Nullable NameBody body) {
        String name = SignInBody.present("name", body == null ? null : body.name());
        return UserProfile.of(account.rename(user(), actor.get(), name));
    }

    @PUT
    @Path("/me/password")
    @Operation(
            operationId = "changeMyPassword",
            summary = "Changes one's own password",
            description = "Whoever else is signed in as this user is out.")
    @APIResponse(responseCode = "204", description = "Changed")
    @APIResponse(responseCode = "403", description = WRONG_PASSWORD)
    @APIResponse(responseCode = "409", description = NO_USER)
    public void password(@Nullable SecretsBody body) {
        SecretsBody given = present(body);
        account.changePassword(
                user(),
                signedIn(),
                actor.get(),
                given.currentPassword(),
                SignInBody.present("password", given.password()));
    }

    @POST
    @Path("/me/second-factor")
    @Operation(
            operationId = "makeMySecondFactor",
            summary = "Makes a secret for an authenticator app; it counts once it is confirmed")
    @APIResponse(responseCode = "200", description = "The secret, and the URI that apps read from a picture")
    @APIResponse(responseCode = "403", description = WRONG_PASSWORD)
    @APIResponse(responseCode = "409", description = NO_USER)
    public OwnAccount.NewFactor newFactor(@Nullable SecretsBody body) {
        return account.newFactor(user(), actor.get(), present(body).currentPassword());
    }

    @PUT
    @Path("/me/second-factor")
    @Operation(
            operationId = "confirmMySecondFactor",
            summary = "Switches the second factor on, with a code that the app shows",
            description = "The answer has recovery codes. Whoever else is signed in as this user is out.")
    @APIResponse(responseCode = "200", description = "From now on it is asked for")
    @APIResponse(responseCode = "400", description = "The code is another")
    @APIResponse(responseCode = "403", description = WRONG_PASSWORD)
    @APIResponse(responseCode = "409", description = NO_USER)
    public RecoveryCodes confirm(@Nullable SecretsBody body) {
        SecretsBody given = present(body);
        return new RecoveryCodes(List.copyOf(account.confirm(
                user(),
                signedIn(),
                actor.get(),
                given.currentPassword(),
                SignInBody.present("secret", given.secret()),
                SignInBody.present("code", given.code()))));
    }

    @POST
    @Path("/me/second-factor/removal")
    @Operation(operationId = "removeMySecondFactor", summary = "Switches the second factor off")
    @APIResponse(responseCode = "204", description = "It is asked for no more")
    @APIResponse(responseCode = "403", description = WRONG_PASSWORD)
    @APIResponse(responseCode = "409", description = NO_USER)
    public void removeFactor(@Nullable SecretsBody body) {
        account.removeFactor(user(), actor.get(), present(body).currentPassword());
    }

    @POST
    @Path("/me/recovery-codes")
    @Operation(operationId = "makeMyRecoveryCodes", summary = "Makes new recovery codes; those before count no more")
    @APIResponse(responseCode = "200", description = "The codes")
    @APIResponse(responseCode = "403", description = WRONG_PASSWORD)
    @APIResponse(responseCode = "409", description = "There is no second factor, or no account")
    public RecoveryCodes recoveryCodes(@Nullable SecretsBody body) {
        return new RecoveryCodes(List.copyOf(
                account.newRecoveryCodes(user(), actor.get(), present(body).currentPassword())));
    }

    @GET
    @Path("/me/sign-ins")
    @Operation(
            operationId = "listMySignIns",
            summary = "Lists where one is signed in, the one that was used last first")
    public List<SignInSessionView> signIns() {
        Principal.SignedIn person = signedIn();
        return sessions.of(person.user()).stream()
                .map(session -> SignInSessionView.of(session, person.session()))
                .toList();
    }

    @DELETE
    @Path("/me/sign-ins/{id}")
    @Operation(operationId = "endMySignIn", summary = "Signs out somewhere else, at once")
    @APIResponse(responseCode = "204", description = "Ended")
    @APIResponse(responseCode = "404", description = "There is none of that number")
    public void end(@PathParam("id") String id) {
        if (!sessions.end(signedIn().user(), PathNumber.of("sign-in", id), SignInSession.End.ENDED)) {
            throw Refused.notFound("There is no sign-in " + id + " of yours.");
        }
    }

    @POST
    @Path("/sign-out")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "signOut", summary = "Signs out here, at once")
    @APIResponse(responseCode = "204", description = "Signed out")
    @APIResponse(responseCode = "409", description = NO_USER)
    public void signOut() {
        Principal.SignedIn person = signedIn();
        sessions.end(person.user(), person.session(), SignInSession.End.SIGN_OUT);
        browser.forgetSession();
    }

    @POST
    @Path("/sign-out/everywhere")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "signOutEverywhere", summary = "Signs out here and everywhere else, at once")
    @APIResponse(responseCode = "204", description = "Signed out")
    @APIResponse(responseCode = "409", description = NO_USER)
    public void signOutEverywhere() {
        account.signOutEverywhere(user(), actor.get());
        browser.forgetSession();
    }

    private Principal.SignedIn signedIn() {
        if (actor.principal().proof() instanceof Principal.SignedIn person) {
            return person;
        }
        throw Refused.conflict(
                null,
                "You came in by " + actor.get().word() + ", which is no account. Sign in with e-mail and password.");
    }

    private User user() {
        return users.find(signedIn().user()).orElseThrow();
    }

    private static SecretsBody present(@Nullable SecretsBody body) {
        return body == null ? new SecretsBody(null, null, null, null) : body;
    }
}
