package org.ohmstead.acceptance;

import com.fasterxml.jackson.databind.JsonNode;

/** People of a server with several organisations. */
final class Tenants {
    static final String PASSWORD = "a sentence of the owner";

    private final ServerProcess server;

    Tenants(ServerProcess server) {
        this.server = server;
    }

    /** The token of an administrator of the installation, whom the machine makes. */
    String administrator(String email) {
        return accept(server.api()
                .post("/api/v1/admin/administrators?email=" + email, "")
                .text()
                .strip());
    }

    /** Makes an organisation. @return the token of its owner */
    String owner(String administrator, String slug, String name, String email) {
        JsonNode made = server.api()
                .as(administrator)
                .post(
                        "/api/v1/tenants",
                        "{\"slug\":\"" + slug + "\",\"name\":\"" + name + "\",\"ownerEmail\":\"" + email + "\"}")
                .ok();
        return accept(made.at("/owner/link").asText());
    }

    /** Chooses the password of a link. @return an access token */
    String accept(String link) {
        return server.api()
                .as("")
                .post(
                        "/api/v1/password",
                        "{\"link\":\"" + link.substring(link.indexOf('#') + 1) + "\",\"password\":\"" + PASSWORD
                                + "\"}")
                .ok()
                .path("accessToken")
                .asText();
    }

    Api.Answer signIn(String email, String password) {
        return server.api()
                .as("")
                .post("/api/v1/sign-in", "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}");
    }

    /** An API key of somebody, with what they may. */
    String key(String owner) {
        JsonNode words = server.api().as(owner).get("/api/v1/me").ok().path("permissions");
        return server.api()
                .as(owner)
                .post("/api/v1/api-keys", "{\"name\":\"all\",\"permissions\":" + words + "}")
                .ok()
                .path("secret")
                .asText();
    }
}
