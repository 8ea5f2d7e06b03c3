package org.ohmstead.organisations;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import org.ohmstead.access.Actor;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.jobs.Jobs;
import org.ohmstead.jobs.OneOff;
import org.ohmstead.tenants.Tenant;
import org.ohmstead.tenants.Tenants;

/** Deletes all that a tenant has, and then the tenant. It goes on after a kill, because what is gone is not found again. */
@Singleton
public class TenantRemoval implements OneOff<TenantRemoval.Removed> {
    private static final Logger LOG = System.getLogger(TenantRemoval.class.getName());

    /** What was in memory when the removal began, such as frames on their way to the log, is on disk by then. */
    private static final Duration UNTIL_ALL_IS_WRITTEN = Duration.ofHours(1);

    private final Tenants tenants;
    private final SqlTenantRows rows;
    private final Jobs jobs;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public TenantRemoval(Tenants tenants, SqlTenantRows rows, Jobs jobs, AuditLog audit, Clock clock) {
        this.tenants = tenants;
        this.rows = rows;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param tenant its number, which no other is ever given */
    public record Removed(long tenant, String slug) {}

    @Override
    public String name() {
        return "tenant-removal";
    }

    @Override
    public Class<Removed> data() {
        return Removed.class;
    }

    /** Nobody else would do it. */
    @Override
    public int attempts() {
        return Integer.MAX_VALUE;
    }

    /** To be done soon, with the commit of this unit. */
    void begin(Tx tx, Tenant tenant) {
        jobs.schedule(tx, this, Long.toString(tenant.id()), clock.instant(), new Removed(tenant.id(), tenant.slug()));
    }

    @Override
    public void run(String id, Removed removed) {
        long deleted = rows.deleteAll(removed.tenant());
        if (!Thread.currentThread().isInterrupted()) { // else there may be more, and it comes again
            LOG.log(Level.INFO, "tenant=" + removed.tenant() + " " + removed.slug() + " rows deleted: " + deleted);
            tenants.get(removed.tenant()).ifPresent(standing -> strikeOut(standing.tenant()));
        }
    }

    private void strikeOut(Tenant tenant) {
        tenants.write(tenant, tx -> {
            if (tenants.get(tx, tenant.id()).isPresent()) {
                tenants.delete(tx, tenant);
                audit.record(
                        tx,
                        Actor.server(Tenant.INSTALLATION, name()),
                        AuditEntry.done("tenant", tenant.slug(), "removed"));
                jobs.schedule(
                        tx,
                        this,
                        tenant.id() + "-again",
                        clock.instant().plus(UNTIL_ALL_IS_WRITTEN),
                        new Removed(tenant.id(), tenant.slug()));
            }
            return null;
        });
    }
}
