package org.ohmstead.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ohmstead.oidc.OidcFailure.Reason;

/** Sends somebody to the identity provider, and finds out who comes back: the code flow of OpenID Connect Core 1.0, with PKCE. */
@Singleton
class OidcSignIn {
    private static final int LONGEST_CODE = 4_000;
    private static final String SCOPE = "openid email profile";

    private final OidcClientSettings settings;
    private final Provider provider;
    private final Attempts attempts;
    private final IdTokens tokens;

    @Inject
    OidcSignIn(OidcClientSettings settings, Provider provider, Attempts attempts, IdTokens tokens) {
        this.settings = settings;
        this.provider = provider;
        this.attempts = attempts;
        this.tokens = tokens;
    }

    /** Where to send a browser, and what it is to keep meanwhile. */
    record Departure(String url, String cookie) {}

    /** With what a browser comes back; each null: not given. */
    record Return(
            @Nullable String code,
            @Nullable String state,
            @Nullable String error,
            @Nullable String issuer) {
        /** Without the code. */
        @Override
        public String toString() {
            return "Return with the error " + error;
        }
    }

    /** @param way the page where to go then. @throws OidcFailure the provider is away */
    Departure depart(String way) {
        ProviderMetadata metadata = provider.metadata();
        Attempts.Attempt attempt = attempts.begin(way);
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", settings.clientId());
        query.put("redirect_uri", settings.redirectUri());
        query.put("scope", SCOPE);
        query.put("state", attempt.state());
        query.put("nonce", attempt.nonce());
        query.put("code_challenge", attempt.challenge());
        query.put("code_challenge_method", "S256");
        String start = metadata.authorization().toString();
        String url = query.entrySet().stream()
                .map(field -> field.getKey() + "=" + ProviderHttp.encoded(field.getValue()))
                .collect(Collectors.joining("&", start + (start.contains("?") ? "&" : "?"), ""));
        return new Departure(url, attempt.cookie());
    }

    /** The sign-in that a browser has begun and comes back from. @throws OidcFailure it has begun none, or another */
    Attempts.Attempt begun(@Nullable String cookie, Return back) {
        Optional<Attempts.Attempt> attempt = cookie == null ? Optional.empty() : attempts.of(cookie);
        String state = back.state();
        return attempt.filter(one -> state != null && Attempts.same(one.state(), state))
                .orElseThrow(() -> new OidcFailure(
                        Reason.EXPIRED,
                        cookie == null
                                ? "the browser shows no cookie of a sign-in that was begun"
                                : "state and cookie do not belong together, or are too old"));
    }

    /** Who came back. Blocks: the provider is asked. @throws OidcFailure nobody who is proven */
    JWTClaimsSet arrive(Attempts.Attempt attempt, Return back) {
        if (back.error() != null) {
            throw new OidcFailure(Reason.DECLINED, "the provider says: " + clipped(back.error()));
        }
        String issuer = back.issuer();
        ProviderMetadata metadata = provider.metadata();
        if (issuer == null ? metadata.namesItsIssuer() : !issuer.equals(metadata.issuer())) {
            throw new OidcFailure(Reason.UNPROVEN, "the answer is of the issuer " + clipped(String.valueOf(issuer)));
        }
        String code = back.code();
        if (code == null || code.isEmpty() || code.length() > LONGEST_CODE) {
            throw new OidcFailure(Reason.DECLINED, "the provider sends no code");
        }
        return tokens.claims(idToken(code, attempt, metadata), attempt.nonce());
    }

    private String idToken(String code, Attempts.Attempt attempt, ProviderMetadata metadata) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", settings.redirectUri());
        form.put("code_verifier", attempt.verifier());
        boolean isPublic = settings.clientSecret().isEmpty();
        if (isPublic || metadata.secretInBody()) {
            form.put("client_id", settings.clientId());
        }
        if (!isPublic && metadata.secretInBody()) {
            form.put("client_secret", settings.clientSecret());
        }
        ProviderHttp.Answer answer = provider.redeem(form, isPublic || metadata.secretInBody() ? null : basic());
        if (answer.status() != 200) {
            Object error = answer.body().get("error");
            throw new OidcFailure(
                    "invalid_grant".equals(error) ? Reason.EXPIRED : Reason.PROVIDER_AWAY,
                    "the provider gives no token: status " + answer.status() + ", error "
                            + clipped(String.valueOf(error)));
        }
        if (!(answer.body().get("id_token") instanceof String token)) {
            throw new OidcFailure(Reason.UNPROVEN, "the provider gives no ID token");
        }
        return token;
    }

    /** RFC 6749, 2.3.1: both are encoded as in a form first. */
    private String basic() {
        String both = ProviderHttp.encoded(settings.clientId()) + ":" + ProviderHttp.encoded(settings.clientSecret());
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    /** A claim that is a text; empty: there is none. */
    static Optional<String> text(JWTClaimsSet claims, String name) {
        try {
            return Optional.ofNullable(claims.getStringClaim(name)).filter(text -> !text.isBlank());
        } catch (ParseException other) {
            return Optional.empty();
        }
    }

    private static String clipped(String text) {
        return text.substring(0, Math.min(text.length(), 200));
    }
}
