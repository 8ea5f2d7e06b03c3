package org.ohmstead.tenants;

import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as the register has it.
 *
 * @param suspension      why and since when it is not served; null: it is
 * @param removalAt       when its removal began; null: it stays
 * @param unknownStations what happens to stations that it has not registered, by the word of the setting; null: what the installation says
 */
public record RegisteredTenant(
        Tenant tenant,
        Instant createdAt,
        @Nullable Suspension suspension,
        @Nullable Instant removalAt,
        @Nullable String unknownStations) {
    /** Whether it is served. */
    @Schema(name = "TenantState")
    public enum State {
        /** It is. */
        ACTIVE,
        /** It is not, until it is resumed. */
        SUSPENDED,
        /** Its rows are being deleted, and it goes with the last of them. */
        REMOVING;

        /** As it stands in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param reason for its people */
    public record Suspension(Instant at, String reason) {}

    public long id() {
        return tenant.id();
    }

    public State state() {
        if (removalAt != null) {
            return State.REMOVING;
        }
        return suspension == null ? State.ACTIVE : State.SUSPENDED;
    }

    public boolean isServed() {
        return state() == State.ACTIVE;
    }

    public boolean isRemoving() {
        return state() == State.REMOVING;
    }

    public RegisteredTenant withName(String value) {
        return new RegisteredTenant(
                new Tenant(tenant.id(), tenant.slug(), value), createdAt, suspension, removalAt, unknownStations);
    }

    public RegisteredTenant withSuspension(@Nullable Suspension value) {
        return new RegisteredTenant(tenant, createdAt, value, removalAt, unknownStations);
    }

    public RegisteredTenant withRemovalAt(Instant value) {
        return new RegisteredTenant(tenant, createdAt, suspension, value, unknownStations);
    }

    public RegisteredTenant withUnknownStations(@Nullable String value) {
        return new RegisteredTenant(tenant, createdAt, suspension, removalAt, value);
    }
}
