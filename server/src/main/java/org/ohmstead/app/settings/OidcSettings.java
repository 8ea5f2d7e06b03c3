package org.ohmstead.app.settings;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.ohmstead.access.Loopback;

/** An identity provider that people sign in with. */
public record OidcSettings(
        @Setting(
                value =
                        "The issuer of an OpenID Connect provider, such as https://sso.example.com/realms/main, or the URL of its"
                                + " discovery document. People sign in there; needs oidc-client-id and public-url.",
                fallback = "")
        String oidcIssuer,

        @Setting(value = "As which client of the provider this server is registered.", fallback = "")
        String oidcClientId,

        @Setting(
                value = "The client's secret; left out for a public client, which PKCE alone protects.",
                fallback = "",
                secret = true)
        String oidcClientSecret,

        @Setting(value = "What the sign-in page calls the provider.", fallback = "single sign-on")
        String oidcName,

        @Setting(
                value =
                        "The claim of the ID token that oidc-role-map looks at, as a path with dots: a text, or a list of"
                                + " them.",
                fallback = "roles")
        String oidcRolesClaim,

        @Setting(
                value =
                        "Which role a value of the claim gives, such as csms-admins=owner,csms-staff=operator. The first that"
                                + " fits counts, at every sign-in.",
                fallback = "")
        List<String> oidcRoleMap,

        @Setting(
                value = "The role of those to whom no value of the claim gives one; none: they do not get in.",
                fallback = "none")
        String oidcDefaultRole,

        @Setting(value = "The organisation, by its slug, whose people sign in with the provider.", fallback = "default")
        String oidcOrganisation,

        @Setting(
                value =
                        "Whether an e-mail address is taken as verified of which the provider says nothing (Entra ID). Only where"
                                + " nobody can choose their own address there: it opens the account that has the address here.",
                fallback = "false")
        boolean oidcTrustEmail) {

    /** The role of those who have none else; empty: they do not get in. */
    public String defaultRole() {
        return oidcDefaultRole.equals("none") ? "" : oidcDefaultRole;
    }

    /** What is wrong, if taken together. */
    List<Wrong> wrong(String publicUrl) {
        List<Wrong> wrong = new ArrayList<>();
        if (oidcIssuer.isEmpty()) {
            if (!oidcClientId.isEmpty()) {
                wrong.add(wrong(
                        "oidc-client-id", oidcClientId, "it counts together with oidc-issuer only; set both or none"));
            }
            return wrong;
        }
        if (!isSafe(oidcIssuer)) {
            wrong.add(wrong(
                    "oidc-issuer",
                    oidcIssuer,
                    "allowed is a URL such as https://sso.example.com/realms/main; http for this machine alone"));
        }
        if (oidcClientId.isEmpty()) {
            wrong.add(wrong("oidc-issuer", oidcIssuer, "it needs oidc-client-id"));
        }
        if (publicUrl.isEmpty()) {
            wrong.add(wrong(
                    "oidc-issuer",
                    oidcIssuer,
                    "it needs public-url: the provider sends browsers back to that URL and no other"));
        }
        oidcRoleMap.stream()
                .filter(pair -> !pair.matches("(?s).*\\S\\s*=\\s*[a-z][a-z0-9-]{1,39}\\s*"))
                .forEach(pair -> wrong.add(wrong(
                        "oidc-role-map",
                        pair,
                        "allowed are pairs such as csms-admins=owner with commas between them")));
        if (oidcRoleMap.isEmpty() && defaultRole().isEmpty()) {
            wrong.add(wrong(
                    "oidc-role-map",
                    "",
                    "nobody could get in; say which role the claim gives, or set oidc-default-role"));
        }
        return wrong;
    }

    private static boolean isSafe(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null
                    && ("https".equals(uri.getScheme())
                            || "http".equals(uri.getScheme())
                                    && Loopback.isName(
                                            uri.getHost().replace("[", "").replace("]", "")));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Wrong wrong(String name, String value, String allowed) {
        return new Wrong(name, value, "in the settings", allowed);
    }
}
