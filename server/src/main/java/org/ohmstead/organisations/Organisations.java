package org.ohmstead.organisations;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.tenants.RegisteredTenant;
import org.ohmstead.tenants.Tenant;
import org.ohmstead.tenants.Tenants;
import org.ohmstead.users.Appointments;
import org.ohmstead.users.Users;

/**
 * What the installation's administrators do with organisations. It stands in the audit log of the installation; what an
 * organisation feels of it stands in its own, too, where nobody learns who the administrators are.
 */
@Singleton
public class Organisations {
    private static final Logger LOG = System.getLogger(Organisations.class.getName());
    private static final String ENTITY = "tenant";
    private static final int LONGEST_REASON = 500;

    private final Tenants tenants;
    private final Slugs slugs;
    private final Appointments appointments;
    private final TenantRemoval removal;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public Organisations(
            Tenants tenants,
            Slugs slugs,
            Appointments appointments,
            TenantRemoval removal,
            AuditLog audit,
            Clock clock) {
        this.tenants = tenants;
        this.slugs = slugs;
        this.appointments = appointments;
        this.removal = removal;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param owner the first one, with a link by which they choose a password; null: none was asked for */
    record Made(RegisteredTenant tenant, Users.@Nullable Linked owner) {}

    Page<RegisteredTenant> page(RegisteredTenant.@Nullable State state, Limit limit, @Nullable Cursor after) {
        return Page.of(tenants.after(state, limit.rows() + 1, after), limit, tenant -> Cursor.at(tenant.id()));
    }

    /** @throws Refused not found */
    RegisteredTenant get(String slug) {
        return tenants.find(slug).orElseThrow(() -> notFound(slug));
    }

    /**
     * A new organisation.
     *
     * @param ownerEmail of its first owner; null: is invited later
     * @throws Refused invalid; in conflict
     */
    Made create(Actor by, String slug, String name, @Nullable String ownerEmail) {
        slugs.check(slug);
        Tenants.checkName("name", name);
        Made made = tenants.write(null, tx -> {
            RegisteredTenant tenant = tenants.create(tx, slug, name.strip(), now());
            Map<String, Object> fields = new LinkedHashMap<>(fields(tenant));
            if (ownerEmail != null) {
                fields.put("ownerEmail", ownerEmail);
            }
            record(tx, by, AuditEntry.created(ENTITY, slug, fields));
            return new Made(
                    tenant, ownerEmail == null ? null : appointments.owner(tx, ofInstallation(tenant), ownerEmail));
        });
        tenants.changed(made.tenant().tenant());
        log(by, made.tenant(), "made");
        return made;
    }

    /** Its first owner, where it has none who can sign in. @throws Refused invalid; in conflict; not found */
    Users.Linked inviteOwner(Actor by, String slug, String email) {
        RegisteredTenant known = get(slug);
        return tenants.write(known.tenant(), tx -> {
            RegisteredTenant tenant = standing(tx, known);
            mustNotBeRemoving(tenant);
            Users.Linked owner = appointments.owner(tx, ofInstallation(tenant), email);
            record(tx, by, AuditEntry.done(ENTITY, slug, "owner-invited", Map.of("ownerEmail", email)));
            return owner;
        });
    }

    /** @param change of what stands */
    RegisteredTenant rename(Actor by, String slug, UnaryOperator<RegisteredTenant> change) {
        return change(slug, (tx, before) -> {
            mustNotBeRemoving(before);
            RegisteredTenant after = change.apply(before);
            Tenants.checkName("name", after.tenant().name());
            record(tx, by, AuditEntry.changed(ENTITY, slug, fields(before), fields(after)));
            audit.record(
                    tx,
                    ofInstallation(before),
                    AuditEntry.changed(OwnOrganisation.ENTITY, slug, fields(before), fields(after)));
            return after;
        });
    }

    /**
     * Nobody of it gets in any more, none of its stations, and no program; who is in is out at once. It keeps all that it has.
     *
     * @param reason for its people
     */
    RegisteredTenant suspend(Actor by, String slug, String reason) {
        if (reason.isBlank()
                || reason.length() > LONGEST_REASON
                || reason.chars().anyMatch(Character::isISOControl)) {
            throw Refused.invalid(
                    "reason",
                    "reason must be 1 to " + LONGEST_REASON + " printable characters; it has " + reason.length()
                            + ". The people of the organisation read it when they try to sign in.");
        }
        RegisteredTenant after = change(slug, (tx, before) -> {
            mustNotBeRemoving(before);
            if (!before.isServed()) {
                throw Refused.conflict(null, "The tenant '" + slug + "' is suspended already. Resume it first.");
            }
            recordBoth(tx, by, before, AuditEntry.done(ENTITY, slug, "suspended", Map.of("reason", reason.strip())));
            return before.withSuspension(new RegisteredTenant.Suspension(now(), reason.strip()));
        });
        log(by, after, "suspended");
        return after;
    }

    /** All of it counts again. */
    RegisteredTenant resume(Actor by, String slug) {
        RegisteredTenant after = change(slug, (tx, before) -> {
            mustNotBeRemoving(before);
            if (before.isServed()) {
                throw Refused.conflict(null, "The tenant '" + slug + "' is not suspended.");
            }
            recordBoth(tx, by, before, AuditEntry.done(ENTITY, slug, "resumed"));
            return before.withSuspension(null);
        });
        log(by, after, "resumed");
        return after;
    }

    /**
     * Begins to remove it with everything that it has, which cannot be undone.
     *
     * @param confirm its slug once more
     * @throws Refused invalid; in conflict: it is the default one, or is not suspended
     */
    RegisteredTenant remove(Actor by, String slug, @Nullable String confirm) {
        if (!slug.equals(confirm)) {
            throw Refused.invalid(
                    "confirm",
                    "confirm is " + (confirm == null ? "missing" : "'" + confirm + "'") + "; repeat the slug, '" + slug
                            + "', to remove the organisation with all its stations, sessions and people. It cannot be undone.");
        }
        RegisteredTenant after = change(slug, (tx, before) -> {
            mustNotBeRemoving(before);
            if (before.tenant().isDefault()) {
                throw Refused.conflict(
                        null, "The tenant '" + slug + "' is the default one, which every installation has. It stays.");
            }
            if (before.isServed()) {
                throw Refused.conflict(
                        null,
                        "The tenant '" + slug + "' is in use. Suspend it first, with POST /api/v1/tenants/" + slug
                                + "/suspend, and see whether anybody misses it.");
            }
            record(tx, by, AuditEntry.deleted(ENTITY, slug, fields(before)).as("removal-begun"));
            removal.begin(tx, before.tenant());
            return before.withRemovalAt(now());
        });
        log(by, after, "is being removed");
        return after;
    }

    /** What becomes of a tenant that stands. */
    @FunctionalInterface
    private interface Change {
        RegisteredTenant of(Tx tx, RegisteredTenant before);
    }

    private RegisteredTenant change(String slug, Change change) {
        RegisteredTenant known = get(slug);
        return tenants.write(known.tenant(), tx -> {
            RegisteredTenant after = change.of(tx, standing(tx, known));
            tenants.update(tx, after);
            return after;
        });
    }

    private RegisteredTenant standing(Tx tx, RegisteredTenant known) {
        return tenants.get(tx, known.id())
                .orElseThrow(() -> notFound(known.tenant().slug()));
    }

    private void recordBoth(Tx tx, Actor by, RegisteredTenant tenant, AuditEntry entry) {
        record(tx, by, entry);
        audit.record(
                tx,
                ofInstallation(tenant),
                new AuditEntry(
                        OwnOrganisation.ENTITY, entry.entityId(), entry.action(), entry.before(), entry.after()));
    }

    private void record(Tx tx, Actor by, AuditEntry entry) {
        audit.record(tx, by.of(Tenant.INSTALLATION), entry);
    }

    private static Actor ofInstallation(RegisteredTenant tenant) {
        return Actor.server(tenant.id(), "installation");
    }

    private static Map<String, Object> fields(RegisteredTenant tenant) {
        return Map.of("name", tenant.tenant().name());
    }

    private static void mustNotBeRemoving(RegisteredTenant tenant) {
        if (tenant.isRemoving()) {
            throw Refused.conflict(
                    null,
                    "The tenant '" + tenant.tenant().slug() + "' is being removed since " + tenant.removalAt()
                            + ", and nothing can be done with it any more.");
        }
    }

    private static void log(Actor by, RegisteredTenant tenant, String what) {
        LOG.log(
                Level.INFO,
                "tenant=" + tenant.id() + " actor=" + by.word() + " "
                        + tenant.tenant().slug() + " " + what);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Refused notFound(String slug) {
        return Refused.notFound("There is no tenant '" + slug + "'; GET /api/v1/tenants lists all.");
    }
}
