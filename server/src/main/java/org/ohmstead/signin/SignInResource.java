package org.ohmstead.signin;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.PublicRoute;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.users.OneTimeLinks;
import org.ohmstead.users.User;
import org.ohmstead.users.UserProfile;

/** Getting in: by password, by a one-time link, by a refresh token. Open to anybody. */
@Path("/api/v1")
@Tag(name = "Sign-in")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PublicRoute
public class SignInResource {
    private static final String LINK_USED = "The link was used already, is too old, or was never one";

    private static final String SUSPENDED = "The organisation is suspended";

    private final SignIn signIn;
    private final SignInSessions sessions;
    private final AccessTokens tokens;
    private final OneTimeLinks links;
    private final Browser browser;
    private final SignInThrottle throttle;

    @Inject
    public SignInResource(
            SignIn signIn,
            SignInSessions sessions,
            AccessTokens tokens,
            OneTimeLinks links,
            Browser browser,
            SignInThrottle throttle) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.tokens = tokens;
        this.links = links;
        this.browser = browser;
        this.throttle = throttle;
    }

    /** Whether the server still waits for its first owner. */
    public record Setup(boolean needed) {}

    /** The first owner. */
    public record SetupBody(
            @Nullable String link,
            @Nullable String email,
            @Nullable String name,
            @Nullable String password,
            @Nullable String client,

            @Schema(description = "By which name the organisation is called; can be changed later", maxLength = 100)
            @Nullable
            String organisation) {
        @Override
        public String toString() {
            return "SetupBody of " + email;
        }
    }

    /** A password chosen with a one-time link. */
    public record NewPasswordBody(
            @Nullable String link,
            @Nullable String password,
            @Nullable String name,
            @Nullable String client) {
        @Override
        public String toString() {
            return "NewPasswordBody";
        }
    }

    /** A refresh token. */
    public record RefreshBody(@Nullable String refreshToken) {
        @Override
        public String toString() {
            return "RefreshBody";
        }
    }

    /** A one-time link. */
    public record LinkBody(@Nullable String link) {
        @Override
        public String toString() {
            return "LinkBody";
        }
    }

    @POST
    @Path("/sign-in")
    @Operation(
            operationId = "signIn",
            summary = "Signs in with e-mail address and password",
            description =
                    "After ten wrong tries at an account, or thirty from an address, the next ones wait (429). A browser in which"
                            + " somebody has signed in before has tries of its own.")
    @APIResponse(responseCode = "200", description = "Signed in")
    @APIResponse(responseCode = "401", description = "Address, password or code is wrong, or a code is needed")
    @APIResponse(responseCode = "403", description = SUSPENDED + ", or the account signs in with the identity provider")
    @APIResponse(responseCode = "429", description = "Too many tries; Retry-After says when to try again")
    public SignedIn signIn(@Nullable SignInBody body) {
        SignIn.Credentials shown = SignInBody.credentials(body);
        return in(signIn.with(shown, from(shown.email())));
    }

    @POST
    @Path("/sign-in/refresh")
    @Operation(
            operationId = "refreshSignIn",
            summary = "Gets the next access token of a program",
            description =
                    "A refresh token counts once and comes with another. One that is shown a second time has been copied; then its"
                            + " sign-in ends.")
    @APIResponse(responseCode = "200", description = "New tokens")
    @APIResponse(responseCode = "403", description = SUSPENDED + "; the token still counts when it is resumed")
    @APIResponse(responseCode = "401", description = "It counts no more; sign in again")
    public SignedIn refresh(@Nullable RefreshBody body) {
        SignInThrottle.Try one = throttle.take(from(null).origin().address(), null, null);
        SignInSessions.Standing standing = sessions.byRefreshToken(
                        SignInBody.present("refreshToken", body == null ? null : body.refreshToken()))
                .orElseThrow(() -> new Refused(
                        Refused.Kind.UNKNOWN_CALLER,
                        "Sign-in needed",
                        "refreshToken counts no more: it was used, or the sign-in is over. Sign in again.",
                        "refreshToken"));
        one.giveBack();
        return in(standing);
    }

    @GET
    @Path("/setup")
    @Operation(operationId = "getSetup", summary = "Tells whether the server still waits for its first owner")
    public Setup setup() {
        return new Setup(links.isSetupNeeded());
    }

    @POST
    @Path("/setup")
    @Operation(
            operationId = "setUp",
            summary = "Makes the first owner, with the link that the server printed at its start")
    @APIResponse(responseCode = "200", description = "Made, and signed in")
    @APIResponse(responseCode = "403", description = LINK_USED)
    @APIResponse(responseCode = "409", description = "The server is set up already")
    public SignedIn setUp(@Nullable SetupBody body) {
        SetupBody given = body == null ? new SetupBody(null, null, null, null, null, null) : body;
        String email = SignInBody.present("email", given.email());
        SignInSession.Kind kind = SignInBody.kind(given.client());
        SignIn.From from = from(email);
        SignInThrottle.Try one = throttle.take(from.origin().address(), null, null);
        SignInSessions.Standing standing = links.acceptSetup(
                SignInBody.present("link", given.link()),
                new OneTimeLinks.Founder(
                        email,
                        given.name() == null ? email.substring(0, Math.max(1, email.indexOf('@'))) : given.name(),
                        SignInBody.present("password", given.password()),
                        QueryWords.text(given.organisation())),
                from.origin(),
                (tx, user) -> begin(tx, user, kind, from));
        one.giveBack();
        return in(standing);
    }

    @POST
    @Path("/password-link")
    @Operation(
            operationId = "lookAtPasswordLink",
            summary = "Tells whose password a one-time link is about; it stays unused")
    @APIResponse(responseCode = "200", description = "The user")
    @APIResponse(responseCode = "403", description = LINK_USED)
    public UserProfile look(@Nullable LinkBody body) {
        SignInThrottle.Try one = throttle.take(from(null).origin().address(), null, null);
        UserProfile user = UserProfile.of(links.whose(SignInBody.present("link", body == null ? null : body.link())));
        one.giveBack();
        return user;
    }

    @POST
    @Path("/password")
    @Operation(
            operationId = "choosePassword",
            summary = "Chooses a password with a one-time link: of an invitation, or of a forgotten password",
            description = "Whoever was signed in with the old one is out.")
    @APIResponse(responseCode = "200", description = "Chosen, and signed in")
    @APIResponse(
            responseCode = "401",
            description = "The password is chosen; the account has a second factor: sign in with it")
    @APIResponse(responseCode = "403", description = LINK_USED)
    public SignedIn password(@Nullable NewPasswordBody body) {
        NewPasswordBody given = body == null ? new NewPasswordBody(null, null, null, null) : body;
        String link = SignInBody.present("link", given.link());
        String password = SignInBody.present("password", given.password());
        SignInSession.Kind kind = SignInBody.kind(given.client());
        SignInThrottle.Try one = throttle.take(from(null).origin().address(), null, null);
        User whose = links.whose(link);
        if (sessions.isProvided(whose)) {
            throw Refused.forbidden("link", "This account signs in with the identity provider, and needs no password.");
        }
        SignIn.From from = from(whose.email());
        SignInSessions.Standing standing = links.accept(link, password, given.name(), from.origin(), (tx, user) -> {
            sessions.endAll(tx, user.id(), null, SignInSession.End.PASSWORD);
            return user.hasSecondFactor() ? null : begin(tx, user, kind, from);
        });
        one.giveBack();
        if (standing == null) {
            throw new Refused(
                    Refused.Kind.UNKNOWN_CALLER,
                    "Second factor needed",
                    "The password is chosen. The account has a second factor: sign in with password and code.",
                    null);
        }
        return in(standing);
    }

    private SignInSessions.Standing begin(Tx tx, User user, SignInSession.Kind kind, SignIn.From from) {
        return sessions.begin(tx, user, kind, from.origin(), from.userAgent());
    }

    private SignIn.From from(@Nullable String email) {
        return new SignIn.From(
                browser.origin(),
                browser.userAgent(),
                email == null ? null : browser.deviceOf(email).orElse(null));
    }

    /** A browser gets cookies, a program tokens. */
    private SignedIn in(SignInSessions.Standing standing) {
        UserProfile user = UserProfile.of(standing.user());
        String secret = standing.secret();
        if (standing.session().kind() == SignInSession.Kind.BROWSER) {
            if (secret != null) {
                browser.keepSession(secret);
            }
            browser.keepDevice(standing.user().email());
            return new SignedIn(user, null, null, null);
        }
        return new SignedIn(
                user, tokens.make(standing.session()), (int) SignInSettings.ACCESS_TOKEN.toSeconds(), secret);
    }
}
