package org.ohmstead.oidc;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmstead.oidc.OidcFailure.Reason;

/**
 * What a provider says of itself (OpenID Connect Discovery 1.0).
 *
 * @param issuer         exactly as it stands in its ID tokens
 * @param secretInBody   whether it takes the client's secret in the body alone, and not as Basic authentication
 * @param namesItsIssuer whether its redirects say who it is (RFC 9207)
 */
record ProviderMetadata(
        String issuer, URI authorization, URI token, URI keys, boolean secretInBody, boolean namesItsIssuer) {

    /** @throws OidcFailure it is somebody else, or says too little */
    static ProviderMetadata of(Map<String, Object> document, OidcClientSettings settings) {
        try {
            String issuer = text(document, "issuer");
            if (!OidcClientSettings.withoutSlash(issuer).equals(settings.issuer())) {
                throw unusable("says it is " + issuer
                        + "; oidc-issuer must be that, letter by letter. Of Entra ID, take the URL"
                        + " with the id of your own directory");
            }
            List<String> methods = JSONObjectUtils.getStringList(document, "token_endpoint_auth_methods_supported");
            return new ProviderMetadata(
                    issuer,
                    endpoint(document, "authorization_endpoint"),
                    endpoint(document, "token_endpoint"),
                    endpoint(document, "jwks_uri"),
                    methods != null
                            && methods.contains("client_secret_post")
                            && !methods.contains("client_secret_basic"),
                    Boolean.TRUE.equals(document.get("authorization_response_iss_parameter_supported")));
        } catch (ParseException | IllegalArgumentException e) {
            throw unusable("has a field that is not as OpenID Connect Discovery says: " + e.getMessage());
        }
    }

    /** Passwords, codes and keys go over TLS, or stay on this machine. */
    static boolean isSafe(URI uri) {
        String host = uri.getHost();
        return host != null
                && uri.getUserInfo() == null
                && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && isLoopback(host));
    }

    private static boolean isLoopback(String host) {
        return host.toLowerCase(Locale.ROOT).equals("localhost")
                || host.equals("[::1]")
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    private static URI endpoint(Map<String, Object> document, String name) throws ParseException {
        URI uri = URI.create(text(document, name));
        if (!isSafe(uri)) {
            throw unusable("has " + name + " " + uri + "; it must be https");
        }
        return uri;
    }

    private static String text(Map<String, Object> document, String name) throws ParseException {
        @Nullable String text = JSONObjectUtils.getString(document, name);
        if (text == null || text.isBlank()) {
            throw unusable("has no " + name);
        }
        return text;
    }

    private static OidcFailure unusable(String what) {
        return new OidcFailure(Reason.PROVIDER_AWAY, "The provider's discovery document " + what);
    }
}
