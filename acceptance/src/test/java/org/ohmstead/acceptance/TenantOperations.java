package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** Calls all that makes, suspends and removes organisations, and what each says of itself: once as it should be, and once wrongly. */
final class TenantOperations {
    private static final String EVA = "eva@docs.example";

    private final DocumentedApi api;

    TenantOperations(DocumentedApi api) {
        this.api = api;
    }

    /** @return the token of an administrator of the installation, whose audit log has it */
    String call() {
        String administrator = administrators();
        String link = made();
        own(link);
        suspended();
        removed();
        api.call("changeOrganisation").body("{\"name\":\"Default & Co\"}").gives(200);
        assertThat(api.call("getMe")
                        .as(administrator)
                        .gives(200)
                        .path("organisation")
                        .isNull())
                .isTrue();
        return administrator;
    }

    private String administrators() {
        String link = api.call("adminCreateAdministrator")
                .with("email", "adam@docs.example")
                .gives(200)
                .asText()
                .strip();
        api.call("adminCreateAdministrator").with("email", "ada@docs.example").gives(200);
        api.call("adminCreateAdministrator").with("email", "ada@docs.example").gives(409);
        api.call("adminCreateAdministrator").with("email", "ada").gives(400);
        api.call("adminRemoveAdministrator").with("email", "ada@docs.example").gives(200);
        api.call("adminRemoveAdministrator").with("email", "ada@docs.example").gives(404);
        return accept(link);
    }

    private String made() {
        api.call("createTenant").body("{\"slug\":\"docs-1\",\"name\":\"Docs\"}").gives(201);
        api.call("createTenant").body("{\"slug\":\"docs-1\",\"name\":\"Docs\"}").gives(409);
        api.call("createTenant").body("{\"slug\":\"ocpp\",\"name\":\"Docs\"}").gives(400);
        api.call("listTenants").with("state", "active").with("limit", 1).gives(200);
        api.call("listTenants").with("limit", 0).gives(400);
        api.call("getTenant").with("slug", "docs-1").gives(200);
        api.call("getTenant").with("slug", "nobody").gives(404);
        api.call("changeTenant")
                .with("slug", "docs-1")
                .body("{\"name\":\"Docs & Co\"}")
                .gives(200);
        api.call("changeTenant").with("slug", "docs-1").body("{\"name\":\"\"}").gives(400);
        api.call("changeTenant").with("slug", "nobody").body("{\"name\":\"x\"}").gives(404);
        JsonNode invited = api.call("inviteTenantOwner")
                .with("slug", "docs-1")
                .body("{\"email\":\"" + EVA + "\"}")
                .gives(200);
        api.call("inviteTenantOwner")
                .with("slug", "docs-1")
                .body("{\"email\":\"eva\"}")
                .gives(400);
        api.call("inviteTenantOwner")
                .with("slug", "nobody")
                .body("{\"email\":\"" + EVA + "\"}")
                .gives(404);
        return invited.path("link").asText();
    }

    private String accept(String link) {
        return api.call("choosePassword")
                .as("")
                .body("{\"link\":\"" + link.substring(link.indexOf('#') + 1) + "\",\"password\":\"" + Tenants.PASSWORD
                        + "\"}")
                .gives(200)
                .path("accessToken")
                .asText();
    }

    private void own(String link) {
        String owner = accept(link);
        JsonNode organisation = api.call("getOrganisation").as(owner).gives(200);
        assertThat(organisation.path("stationPath").asText()).isEqualTo("/ocpp/docs-1/{identity}");
        assertThat(api.call("changeOrganisation")
                        .as(owner)
                        .body("{\"unknownStations\":\"pending\"}")
                        .gives(200)
                        .path("name")
                        .asText())
                .isEqualTo("Docs & Co");
        api.call("changeOrganisation")
                .as(owner)
                .body("{\"unknownStations\":\"fly\"}")
                .gives(400);
        api.call("inviteTenantOwner")
                .with("slug", "docs-1")
                .body("{\"email\":\"other@docs.example\"}")
                .gives(409);
    }

    private void suspended() {
        api.call("resumeTenant").with("slug", "docs-1").gives(409);
        api.call("resumeTenant").with("slug", "nobody").gives(404);
        for (int status : new int[] {200, 409}) {
            api.call("suspendTenant")
                    .with("slug", "docs-1")
                    .body("{\"reason\":\"The contract ended\"}")
                    .gives(status);
        }
        api.call("suspendTenant").with("slug", "docs-1").body("{}").gives(400);
        api.call("suspendTenant")
                .with("slug", "nobody")
                .body("{\"reason\":\"x\"}")
                .gives(404);
        api.call("signIn")
                .as("")
                .body("{\"email\":\"" + EVA + "\",\"password\":\"" + Tenants.PASSWORD + "\"}")
                .gives(403);
        api.call("resumeTenant").with("slug", "docs-1").gives(200);
    }

    private void removed() {
        api.call("removeTenant")
                .with("slug", "docs-1")
                .with("confirm", "docs-1")
                .gives(409);
        api.call("removeTenant")
                .with("slug", "nobody")
                .with("confirm", "nobody")
                .gives(404);
        api.call("suspendTenant")
                .with("slug", "docs-1")
                .body("{\"reason\":\"over\"}")
                .gives(200);
        api.call("removeTenant").with("slug", "docs-1").gives(400);
        api.call("removeTenant")
                .with("slug", "docs-1")
                .with("confirm", "docs-1")
                .gives(202);
    }
}
