package org.ohmstead.pricing.catalogue;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.pricing.catalogue.OperatorTariff.Version;

/** Writes of tariffs within a unit of work, each with its line in the audit log. */
@Singleton
public class TariffWrites {
    private static final String ENTITY = "tariff";
    private static final int MOST = 10_000;

    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public TariffWrites(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    OperatorTariff create(Tx tx, Actor by, TariffDraft draft) {
        Scope scope = by.scope();
        if (SqlTariffStore.count(tx, scope) >= MOST) {
            throw Refused.conflict(null, "There are " + MOST + " tariffs, which is the most. Delete some.");
        }
        unique(tx, scope, draft, 0);
        Instant now = now();
        long id = SqlTariffStore.insert(tx, by.tenant(), draft, now);
        SqlTariffStore.insert(tx, by.tenant(), id, new Version(1, draft.form(), now, by.word()));
        OperatorTariff made = standing(tx, scope, id);
        if (draft.ocpiId() == null) {
            String number = freeNumber(tx, scope, id);
            SqlTariffStore.update(tx, by.tenant(), changed(made, draft.named(number), made.version()));
            made = standing(tx, scope, id);
        }
        audit.record(tx, by, AuditEntry.created(ENTITY, id, fields(made)));
        return made;
    }

    /** Its number, unless a partner's tariff came in with that. */
    private static String freeNumber(Tx tx, Scope scope, long id) {
        String number = Long.toString(id);
        return SqlTariffStore.ofPartners(tx, scope, number).isPresent() ? "ohmstead-" + number : number;
    }

    /** Where the draft says another price, validity or text for drivers, there is a new version. */
    OperatorTariff replace(Tx tx, Actor by, OperatorTariff before, TariffDraft draft) {
        unique(tx, by.scope(), draft, before.id());
        Version version = before.version();
        if (!OcpiJson.write(ENTITY, draft.form()).equals(OcpiJson.write(ENTITY, version.form()))) {
            version = new Version(version.number() + 1, draft.form(), later(version.at()), by.word());
            SqlTariffStore.insert(tx, by.tenant(), before.id(), version);
        }
        return put(tx, by, before, changed(before, draft, version));
    }

    OperatorTariff archive(Tx tx, Actor by, OperatorTariff before, boolean archived) {
        OperatorTariff after = new OperatorTariff(
                before.id(),
                before.name(),
                before.note(),
                before.ocpiId(),
                archived,
                before.newest(),
                before.version(),
                before.createdAt(),
                later(before.updatedAt()));
        return put(tx, by, before, after);
    }

    private OperatorTariff put(Tx tx, Actor by, OperatorTariff before, OperatorTariff after) {
        if (!fields(after).equals(fields(before))) {
            SqlTariffStore.update(tx, by.tenant(), after);
            audit.record(tx, by, AuditEntry.changed(ENTITY, before.id(), fields(before), fields(after)));
        }
        return standing(tx, by.scope(), before.id());
    }

    void delete(Tx tx, Actor by, OperatorTariff before) {
        SqlTariffStore.delete(tx, by.tenant(), before.id());
        audit.record(tx, by, AuditEntry.deleted(ENTITY, before.id(), fields(before)));
    }

    private OperatorTariff changed(OperatorTariff before, TariffDraft draft, Version version) {
        return new OperatorTariff(
                before.id(),
                draft.name(),
                draft.note(),
                draft.ocpiId() == null ? before.ocpiId() : draft.ocpiId(),
                before.archived(),
                version.number(),
                version,
                before.createdAt(),
                later(before.updatedAt()));
    }

    private static void unique(Tx tx, Scope scope, TariffDraft draft, long own) {
        SqlTariffStore.named(tx, scope, draft.name())
                .filter(other -> other.id() != own)
                .ifPresent(other -> {
                    throw taken("name", other.name(), other);
                });
        Optional.ofNullable(draft.ocpiId())
                .flatMap(ocpi -> SqlTariffStore.ofPartners(tx, scope, ocpi))
                .filter(other -> other.id() != own)
                .ifPresent(other -> {
                    throw taken("ocpiId", other.ocpiId(), other);
                });
    }

    private static Refused taken(String field, String value, OperatorTariff other) {
        return Refused.conflict(
                field,
                "Tariff " + other.id() + " has the " + field + " '" + value + "' already. Change that one, or choose"
                        + " another " + field + ".");
    }

    static OperatorTariff standing(Tx tx, Scope scope, long id) {
        return SqlTariffStore.standing(tx, scope, id).orElseThrow(() -> OperatorTariffs.none(id));
    }

    /** What is recorded of it. */
    private static Map<String, Object> fields(OperatorTariff tariff) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", tariff.name());
        fields.put("note", tariff.note() == null ? "" : tariff.note());
        fields.put("ocpiId", tariff.ocpiId());
        fields.put("archived", tariff.archived());
        fields.put("version", tariff.newest());
        fields.put(ENTITY, tariff.version().form());
        return fields;
    }

    /** Later than before, even where the clock was set back. */
    private Instant later(Instant before) {
        Instant now = now();
        return now.isAfter(before) ? now : before.plus(1, ChronoUnit.MICROS);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
