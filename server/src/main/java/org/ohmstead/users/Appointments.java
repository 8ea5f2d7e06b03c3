package org.ohmstead.users;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.roles.BuiltInRole;
import org.ohmstead.tenants.Tenant;
import org.ohmstead.users.Users.Linked;

/** Those whom no owner invites: the installation's administrators, and the first owner of each organisation that they make. */
@Singleton
public class Appointments {
    private final SqlUserStore store;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public Appointments(SqlUserStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The first owner of an organisation, within a unit. Whoever was invited before as such and has not come takes nothing with
     * them; whoever runs the installation lets nobody into an organisation that has an owner.
     *
     * @param by for the audit log of the organisation
     * @throws Refused invalid; in conflict: it has an owner, or somebody has that address
     */
    public Linked owner(Tx tx, Actor by, String email) {
        String role = BuiltInRole.OWNER.word();
        Users.checkEmail(email);
        if (SqlUserStore.enabled(tx, by.tenant(), role) > 0) {
            throw Refused.conflict(
                    "email",
                    "The organisation has an owner who can sign in, and who invites the others. Whoever has forgotten the"
                            + " password gets a link by ./ohmstead admin reset-password, on the server.");
        }
        for (User waiting : SqlUserStore.invited(tx, by.tenant(), role)) {
            SqlUserStore.delete(tx, waiting.id());
            audit.record(tx, by, AuditEntry.deleted("user", waiting.id(), Users.fields(waiting)));
        }
        return invite(tx, by, email, role);
    }

    /** An administrator of the installation. @throws Refused invalid; in conflict: somebody has that address */
    public Linked administrator(Actor by, String email) {
        Users.checkEmail(email);
        return store.write(null, tx -> invite(tx, by.of(Tenant.INSTALLATION), email, BuiltInRole.ADMINISTRATOR.word()));
    }

    private Linked invite(Tx tx, Actor by, String email, String role) {
        Instant now = now();
        String name = email.strip().substring(0, email.strip().indexOf('@'));
        User user = Users.insert(tx, by.tenant(), email, name, role, now);
        audit.record(tx, by, AuditEntry.created("user", user.id(), Users.fields(user)));
        return new Linked(user, Users.link(tx, by, user, OneTimeLink.Purpose.INVITATION, now, Users.INVITATION));
    }

    /** They administer the installation no more, and are out at once. @throws Refused not found */
    public User dismiss(Actor by, String email) {
        User administrator = store.byEmail(email)
                .filter(user -> user.tenant() == Tenant.INSTALLATION)
                .orElseThrow(() -> Refused.notFound("No administrator of the installation signs in with " + email
                        + "; ./ohmstead admin users lists all."));
        store.write(administrator.id(), tx -> {
            SqlUserStore.delete(tx, administrator.id());
            audit.record(
                    tx,
                    by.of(Tenant.INSTALLATION),
                    AuditEntry.deleted("user", administrator.id(), Users.fields(administrator)));
            return null;
        });
        return administrator;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
