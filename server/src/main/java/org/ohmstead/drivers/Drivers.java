package org.ohmstead.drivers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.Tx;

/** Drivers, and what an operator does with them. */
@Singleton
public class Drivers {
    private static final String ENTITY = "driver";

    private final SqlDriverStore store;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public Drivers(SqlDriverStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Refused invalid; in conflict: a token is somebody else's */
    public StoredDriver create(Actor by, Driver driver) {
        PersonRules.checked(driver);
        return store.write(by.scope(), tx -> {
            StoredDriver created = store.insert(tx, by.scope(), driver, now());
            audit.record(tx, by, AuditEntry.created(ENTITY, created.id(), fields(driver)));
            return created;
        });
    }

    /** @throws Refused not found */
    public StoredDriver get(Scope scope, long id) {
        return store.find(scope, id).orElseThrow(() -> none(id));
    }

    /** @throws Refused invalid; not found; in conflict: a token is somebody else's, or they were erased */
    public StoredDriver change(Actor by, long id, Function<StoredDriver, Driver> change) {
        return store.write(by.scope(), tx -> {
            StoredDriver before = standing(tx, by, id);
            Driver after = PersonRules.checked(change.apply(before));
            StoredDriver changed = store.update(tx, by.scope(), before, after, now());
            audit.record(tx, by, changed(id, fields(before.driver()), fields(after)));
            return changed;
        });
    }

    /**
     * Erases all that tells who a driver is, within a unit; the number stays, by which bills and the ledger know them.
     *
     * @throws Refused not found; in conflict: they were erased already
     */
    public StoredDriver erase(Tx tx, Actor by, long id) {
        StoredDriver before = standing(tx, by, id);
        StoredDriver erased = store.erase(tx, by.scope(), before, "Erased driver " + id, now());
        audit.record(tx, by, AuditEntry.done(ENTITY, id, "erased"));
        return erased;
    }

    private StoredDriver standing(Tx tx, Actor by, long id) {
        StoredDriver standing = store.find(tx, by.scope(), id).orElseThrow(() -> none(id));
        if (standing.erasedAt() != null) {
            throw Refused.conflict(
                    null,
                    "Driver " + id + " was erased at " + standing.erasedAt()
                            + ". What is left is what the law makes you keep, and it is not changed.");
        }
        return standing;
    }

    /** In the order in which they were created. */
    public Page<StoredDriver> page(Scope scope, DriverFilter filter, Limit limit, @Nullable Cursor after) {
        return Page.of(store.after(scope, filter, limit.rows() + 1, after), limit, row -> Cursor.at(row.id()));
    }

    /** Whose a token is. */
    public Optional<StoredDriver> ofToken(Scope scope, long token) {
        return store.after(scope, new DriverFilter(null, null, token), 1, null).stream()
                .findFirst();
    }

    /** For the audit log, which keeps long what is to be erased: it says which fields changed, and tells of nobody. */
    private static Map<String, Object> fields(Driver driver) {
        return Map.of(
                "paymentMethod", driver.method().word(),
                "company", driver.company() == null ? 0L : driver.company(),
                "tokens", driver.tokens());
    }

    /** Names and addresses stand nowhere in the log, which keeps them for ever; that something of them changed does. */
    private static AuditEntry changed(long id, Map<String, Object> before, Map<String, Object> after) {
        return before.equals(after)
                ? AuditEntry.done(ENTITY, id, "details-changed")
                : AuditEntry.changed(ENTITY, id, before, after);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public static Refused none(long id) {
        return Refused.notFound("There is no driver " + id + ". GET /api/v1/drivers lists them.");
    }
}
