package org.ohmstead.organisations;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.EntityTag;
import org.ohmstead.api.Tagged;
import org.ohmstead.tenants.RegisteredTenant;

/** An organisation as the installation's administrators see it: nothing of what it has. */
@Schema(name = "Tenant")
public record TenantView(
        @Schema(description = "Its name in the URLs of its stations; cannot change", examples = "acme")
        String slug,

        @Schema(description = "For people", examples = "Acme Charging")
        String name,

        @Schema(implementation = RegisteredTenant.State.class)
        String state,

        @Schema(
                description = "At which path its stations connect",
                examples = {"/ocpp/acme/{identity}", "/ocpp/{identity}"})
        String stationPath,

        Instant createdAt,

        @Schema(description = "Since when it is suspended; null: it is not") @Nullable
        Instant suspendedAt,

        @Schema(description = "Why, for its people") @Nullable
        String suspendedFor,

        @Schema(description = "When its removal began; null: it stays") @Nullable
        Instant removalAt)
        implements Tagged {

    static TenantView of(RegisteredTenant tenant) {
        RegisteredTenant.Suspension suspension = tenant.suspension();
        return new TenantView(
                tenant.tenant().slug(),
                tenant.tenant().name(),
                tenant.state().word(),
                stationPath(tenant),
                tenant.createdAt(),
                suspension == null ? null : suspension.at(),
                suspension == null ? null : suspension.reason(),
                tenant.removalAt());
    }

    static String stationPath(RegisteredTenant tenant) {
        return tenant.tenant().isDefault()
                ? "/ocpp/{identity}"
                : "/ocpp/" + tenant.tenant().slug() + "/{identity}";
    }

    @Override
    public EntityTag entityTag() {
        return EntityTag.of(slug, name, state, createdAt, suspendedAt, suspendedFor, removalAt);
    }
}
