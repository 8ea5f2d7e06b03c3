package org.ohmstead.organisations;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.tenants.RegisteredTenant;

/** A new organisation as REST takes it. */
public record TenantBody(
        @Schema(
                description = "Its name in the URLs of its stations, /ocpp/{slug}/{identity}; cannot change",
                examples = "acme",
                pattern = "[a-z0-9][a-z0-9-]{0,38}[a-z0-9]",
                required = true)
        @Nullable
        String slug,

        @Schema(description = "For people", examples = "Acme Charging", maxLength = 100, required = true) @Nullable
        String name,

        @Schema(
                description = "Of its first owner, who gets the link of the answer; without it, one is invited later",
                examples = "olga@acme.example",
                maxLength = 250)
        @Nullable
        String ownerEmail) {

    static TenantBody present(@Nullable TenantBody body) {
        return body == null ? new TenantBody(null, null, null) : body;
    }

    String givenSlug() {
        return given("slug", slug, "acme");
    }

    String givenName() {
        return given("name", name, "Acme Charging");
    }

    /** What can be changed of one that stands. */
    public record TenantNameBody(
            @Schema(description = "For people", examples = "Acme Charging", maxLength = 100, required = true) @Nullable
            String name) {

        static TenantNameBody of(RegisteredTenant tenant) {
            return new TenantNameBody(tenant.tenant().name());
        }

        RegisteredTenant changed(RegisteredTenant before) {
            return before.withName(given("name", name, "Acme Charging").strip());
        }
    }

    /** Why an organisation is suspended. */
    public record SuspensionBody(
            @Schema(
                    description = "Its people read it when they try to sign in",
                    examples = "The contract ended in May",
                    maxLength = 500,
                    required = true)
            @Nullable
            String reason) {

        static String given(@Nullable SuspensionBody body) {
            return TenantBody.given("reason", body == null ? null : body.reason(), "The contract ended in May");
        }
    }

    /** Who is invited as the first owner. */
    public record TenantOwnerBody(
            @Schema(
                    description = "By which they sign in",
                    examples = "olga@acme.example",
                    maxLength = 250,
                    required = true)
            @Nullable
            String email) {

        static String given(@Nullable TenantOwnerBody body) {
            return TenantBody.given("email", body == null ? null : body.email(), "olga@acme.example");
        }
    }

    private static String given(String field, @Nullable String value, String example) {
        if (value == null) {
            throw Refused.invalid(field, field + " is missing. Give one, such as '" + example + "'.");
        }
        return value;
    }
}
