package org.ohmstead.oidc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * As which client of which identity provider this server asks, and what it makes of the answer.
 *
 * @param issuer       of the provider, without a slash at its end; empty: there is none
 * @param clientSecret empty: a public client, which PKCE alone protects
 * @param publicUrl    under which browsers reach this server, without a slash at its end
 * @param name         of the provider, for people
 * @param roles        what is made of its claims
 * @param organisation the slug of the only one that it lets people into
 * @param trustEmail   whether an address counts as verified of which the provider does not say whether it is
 */
public record OidcClientSettings(
        String issuer,
        String clientId,
        String clientSecret,
        String publicUrl,
        String name,
        RoleRules roles,
        String organisation,
        boolean trustEmail) {
    static final String CALLBACK = "/api/v1/sign-in/oidc/callback";

    private static final String DISCOVERY = "/.well-known/openid-configuration";

    /**
     * Which role somebody gets.
     *
     * @param claim    a path into the ID token, with dots
     * @param map      value of the claim to role; the first that fits counts
     * @param fallback where none fits; null: then there is no way in
     */
    public record RoleRules(
            String claim, Map<String, String> map, @Nullable String fallback) {
        /** @param pairs {@code value=role}, as the settings have checked */
        public static RoleRules of(String claim, List<String> pairs, String fallback) {
            Map<String, String> map = new LinkedHashMap<>();
            for (String pair : pairs) {
                int at = pair.lastIndexOf('=');
                map.putIfAbsent(
                        pair.substring(0, at).strip(), pair.substring(at + 1).strip());
            }
            return new RoleRules(claim, map, fallback.isEmpty() ? null : fallback);
        }
    }

    /** The issuer of what somebody has copied: also the URL of its discovery document, or with a slash at its end. */
    public static String issuerOf(String url) {
        String issuer = url.endsWith(DISCOVERY) ? url.substring(0, url.length() - DISCOVERY.length()) : url;
        return withoutSlash(issuer);
    }

    /** URLs that differ by a slash at their end are one. */
    public static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    boolean isConfigured() {
        return !issuer.isEmpty();
    }

    String discovery() {
        return issuer + DISCOVERY;
    }

    String redirectUri() {
        return publicUrl + CALLBACK;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "OidcClientSettings of " + issuer;
    }
}
