package org.ohmstead.organisations;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.stations.UnknownStations;
import org.ohmstead.tenants.RegisteredTenant;

/** What an organisation changes of itself. */
public record OrganisationBody(
        @Schema(description = "For people", examples = "Acme Charging", maxLength = 100, required = true) @Nullable
        String name,

        @Schema(
                description =
                        "What happens to stations that nobody has registered, where they may connect without a password;"
                                + " null: what the installation says",
                implementation = UnknownStations.class)
        @Nullable
        String unknownStations) {

    static OrganisationBody of(RegisteredTenant tenant) {
        return new OrganisationBody(tenant.tenant().name(), tenant.unknownStations());
    }

    RegisteredTenant changed(RegisteredTenant before) {
        if (name == null) {
            throw Refused.invalid("name", "name is null; an organisation has a name. Leave the field out to keep it.");
        }
        if (unknownStations != null && UnknownStations.of(unknownStations).isEmpty()) {
            throw Refused.invalid(
                    "unknownStations",
                    "unknownStations is '" + unknownStations
                            + "'; allowed are reject, pending and accept, and null for what the installation says.");
        }
        return before.withName(name.strip()).withUnknownStations(unknownStations);
    }
}
