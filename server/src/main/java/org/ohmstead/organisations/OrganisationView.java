package org.ohmstead.organisations;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.EntityTag;
import org.ohmstead.api.Tagged;
import org.ohmstead.stations.UnknownStations;
import org.ohmstead.tenants.RegisteredTenant;

/** An organisation as its own people see it. */
@Schema(name = "Organisation")
public record OrganisationView(
        @Schema(description = "For people", examples = "Acme Charging")
        String name,

        @Schema(
                description = "At which path its stations connect",
                examples = {"/ocpp/{identity}", "/ocpp/acme/{identity}"})
        String stationPath,

        @Schema(
                description = "What happens to stations that nobody has registered; null: what the installation says",
                implementation = UnknownStations.class)
        @Nullable
        String unknownStations,

        Instant createdAt)
        implements Tagged {

    static OrganisationView of(RegisteredTenant tenant) {
        return new OrganisationView(
                tenant.tenant().name(), TenantView.stationPath(tenant), tenant.unknownStations(), tenant.createdAt());
    }

    @Override
    public EntityTag entityTag() {
        return EntityTag.of(name, stationPath, unknownStations, createdAt);
    }
}
