package org.ohmstead.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger.Level;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.PublicRoute;
import org.ohmstead.api.OtherParameters;
import org.ohmstead.api.Refused;
import org.ohmstead.oidc.OidcFailure.Reason;
import org.ohmstead.signin.Browser;
import org.ohmstead.signin.SignIn;
import org.ohmstead.signin.SignInSession;
import org.ohmstead.signin.SignInSessions;
import org.ohmstead.signin.SignInThrottle;

/** Signing in at the identity provider. Pages that a browser is sent through, so what goes wrong is told on the sign-in page. */
@Path("/api/v1") // a longer one would hide the sign-in by password, whose resource begins with this, too
@Tag(name = "Sign-in")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PublicRoute
public class OidcResource {
    private static final System.Logger LOG = System.getLogger(OidcResource.class.getName());

    private final OidcClientSettings settings;
    private final OidcSignIn oidc;
    private final Admissions admissions;
    private final SignIn signIn;
    private final SignInThrottle throttle;
    private final Browser browser;

    @Inject
    OidcResource(
            OidcClientSettings settings,
            OidcSignIn oidc,
            Admissions admissions,
            SignIn signIn,
            SignInThrottle throttle,
            Browser browser) {
        this.settings = settings;
        this.oidc = oidc;
        this.admissions = admissions;
        this.signIn = signIn;
        this.throttle = throttle;
        this.browser = browser;
    }

    @GET
    @Path("/sign-in/options")
    @Operation(
            operationId = "getSignInOptions",
            summary = "Tells whether one can sign in with an identity provider, and why that has failed")
    public SignInOptions options(
            @Parameter(description = "The word with which the sign-in page was opened") @QueryParam("failed") @Nullable
                    String failed) {
        SignInOptions.IdentityProvider provider = settings.isConfigured()
                ? new SignInOptions.IdentityProvider(settings.name(), settings.publicUrl() + "/api/v1/sign-in/oidc")
                : null;
        String sentence =
                failed == null ? null : Reason.of(failed).map(Reason::sentence).orElse(null);
        return new SignInOptions(provider, sentence);
    }

    @GET
    @Path("/sign-in/oidc")
    @Operation(
            operationId = "signInWithProvider",
            summary = "Sends a browser to the identity provider",
            description = "A page to go to, not a call: what goes wrong is told on the sign-in page.")
    @APIResponse(
            responseCode = "303",
            description = "To the provider, or back to the sign-in page with the word of what failed")
    @APIResponse(responseCode = "404", description = "No identity provider is set up")
    public Response depart(
            @Parameter(description = "The page of the dashboard where to go then") @QueryParam("to") @Nullable
                    String to) {
        mustBeConfigured();
        try {
            OidcSignIn.Departure departure = oidc.depart(to == null ? "/" : to);
            browser.keepAttempt(departure.cookie(), Attempts.LONGEST);
            return see(departure.url());
        } catch (OidcFailure failure) {
            return failed(failure);
        }
    }

    @GET
    @Path("/sign-in/oidc/callback")
    @OtherParameters
    @Operation(
            operationId = "finishSignInWithProvider",
            summary = "Where the identity provider sends a browser back to",
            description = "A page to go to, not a call: what goes wrong is told on the sign-in page.")
    @APIResponse(
            responseCode = "303",
            description =
                    "Signed in, to the page that was wanted; or back to the sign-in page with the word of what failed")
    @APIResponse(responseCode = "404", description = "No identity provider is set up")
    public Response arrive(
            @Parameter(description = "For which the provider gives a token, once") @QueryParam("code") @Nullable
                    String code,
            @Parameter(description = "What it was given on the way there") @QueryParam("state") @Nullable String state,
            @Parameter(description = "Why it lets nobody in") @QueryParam("error") @Nullable String error,
            @Parameter(description = "Who it is (RFC 9207)") @QueryParam("iss") @Nullable String issuer) {
        mustBeConfigured();
        try {
            String cookie = browser.attempt().orElse(null);
            browser.forgetAttempt();
            return see(settings.publicUrl() + in(cookie, new OidcSignIn.Return(code, state, error, issuer)));
        } catch (OidcFailure failure) {
            return failed(failure);
        }
    }

    /** @return the page where to go then */
    private String in(@Nullable String cookie, OidcSignIn.Return back) {
        Attempts.Attempt attempt = oidc.begun(cookie, back);
        SignIn.From from = new SignIn.From(browser.origin(), browser.userAgent(), null);
        SignInThrottle.Try one = taken(from);
        JWTClaimsSet claims = oidc.arrive(attempt, back);
        SignInSessions.Standing standing =
                signIn.proven(admissions.admitted(claims, from.origin()), SignInSession.Kind.BROWSER, from);
        one.giveBack();
        String secret = standing.secret();
        if (secret != null) {
            browser.keepSession(secret);
        }
        return attempt.way();
    }

    /** Each try costs the provider a question. */
    private SignInThrottle.Try taken(SignIn.From from) {
        try {
            return throttle.take(from.origin().address(), null, null);
        } catch (Refused tooMany) {
            throw new OidcFailure(
                    Reason.BUSY, "too many tries from " + from.origin().address());
        }
    }

    private void mustBeConfigured() {
        if (!settings.isConfigured()) {
            throw Refused.notFound("No identity provider is set up; oidc-issuer names one (docs/security.md).");
        }
    }

    private Response failed(OidcFailure failure) {
        LOG.log(
                Level.WARNING,
                "Sign-in with the identity provider failed: " + failure.reason().word() + ", " + failure.getMessage()
                        + ", id=" + browser.origin().request());
        return see(settings.publicUrl() + "/sign-in?failed=" + failure.reason().word());
    }

    /** By its whole URL: what is relative would be joined with a host that the request names. */
    private static Response see(String url) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, url)
                .build();
    }
}
