package org.ohmstead.organisations;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.tenants.RegisteredTenant;
import org.ohmstead.tenants.Tenants;

/** What an organisation's own people see and change of it. */
@Singleton
public class OwnOrganisation {
    static final String ENTITY = "organisation";

    private final Tenants tenants;
    private final AuditLog audit;

    @Inject
    public OwnOrganisation(Tenants tenants, AuditLog audit) {
        this.tenants = tenants;
        this.audit = audit;
    }

    RegisteredTenant get(Actor by) {
        return tenants.get(by.tenant()).orElseThrow(OwnOrganisation::none);
    }

    /** @param change of what stands */
    RegisteredTenant change(Actor by, UnaryOperator<RegisteredTenant> change) {
        return tenants.write(get(by).tenant(), tx -> {
            RegisteredTenant before = tenants.get(tx, by.tenant()).orElseThrow(OwnOrganisation::none);
            RegisteredTenant after = change.apply(before);
            Tenants.checkName("name", after.tenant().name());
            tenants.update(tx, after);
            audit.record(tx, by, AuditEntry.changed(ENTITY, before.tenant().slug(), fields(before), fields(after)));
            return after;
        });
    }

    private static Map<String, @Nullable Object> fields(RegisteredTenant tenant) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", tenant.tenant().name());
        fields.put("unknownStations", tenant.unknownStations());
        return fields;
    }

    private static Refused none() {
        return Refused.notFound("Whoever administers the installation is of no organisation.");
    }
}
