package org.ohmstead.iso15118.roots;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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

/** The authorities that organisations trust: roots, and those below them, whose answers are signed by them. */
@Singleton
public class ContractRoots {
    static final String ENTITY = "contract-root";
    private static final int MOST = 200;
    private static final int LONGEST = 20_000;
    private static final int LONGEST_NOTE = 200;
    private static final String WHAT = "A root of contracts";

    private final SqlContractRootStore store;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public ContractRoots(SqlContractRootStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Trusts an authority from now on.
     *
     * @throws Refused invalid, or in conflict
     */
    ContractRoot add(Actor by, RootUse use, @Nullable String pem, @Nullable String note) {
        by.checkSeesAll(WHAT);
        X509Certificate certificate = authority(pem);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (now.isAfter(certificate.getNotAfter().toInstant())) {
            throw Refused.invalid(
                    "certificate",
                    "The certificate ended at " + certificate.getNotAfter().toInstant()
                            + ", so nobody may trust it any more. Take a newer one.");
        }
        if (note != null && note.length() > LONGEST_NOTE) {
            throw Refused.invalid(
                    "note", "note has " + note.length() + " characters; allowed are " + LONGEST_NOTE + ".");
        }
        ContractRoot root = new ContractRoot(0, use, certificate, note, by.word(), now);
        return store.add(
                        by.scope().wholeTenant(),
                        root,
                        tx -> checkRoom(tx, by.scope()),
                        (tx, made) ->
                                audit.record(tx, by, AuditEntry.created(ENTITY, made.id(), ContractRootView.of(made))))
                .orElseThrow(() ->
                        Refused.conflict("certificate", "This certificate is trusted for " + use.word() + " already."));
    }

    private static void checkRoom(Tx tx, Scope scope) {
        if (SqlContractRootStore.count(tx, scope) >= MOST) {
            throw Refused.conflict(null, "There are " + MOST + ", which is the most. Remove one that nobody needs.");
        }
    }

    private static X509Certificate authority(@Nullable String pem) {
        String field = "certificate";
        if (pem == null || pem.isBlank() || pem.length() > LONGEST) {
            throw Refused.invalid(
                    field,
                    field + " is missing, or has more than " + LONGEST
                            + " characters. Give it as PEM: -----BEGIN CERTIFICATE----- ...");
        }
        if (pem.contains("PRIVATE KEY-----")) {
            throw Refused.invalid(
                    field,
                    field + " has a private key in it. Send the certificate alone, and take a new key: this one has"
                            + " been sent around.");
        }
        try {
            List<X509Certificate> all = Certificates.read(pem);
            if (all.size() != 1) {
                throw Refused.invalid(
                        field, field + " has " + all.size() + " certificates as PEM; allowed is one. Send each alone.");
            }
            if (all.getFirst().getBasicConstraints() < 0) {
                throw Refused.invalid(
                        field,
                        field + " is none of an authority (CA): it could not vouch for anything. Take its root.");
            }
            return all.getFirst();
        } catch (CertificateException e) {
            throw Refused.invalid(
                    field, field + " cannot be read: it is no X.509 certificate in Base64. Was it cut off?");
        }
    }

    /** @throws Refused not found */
    void remove(Actor by, long id) {
        by.checkSeesAll(WHAT);
        boolean removed = store.remove(
                by.scope().wholeTenant(),
                id,
                (tx, root) -> audit.record(tx, by, AuditEntry.deleted(ENTITY, id, ContractRootView.of(root))));
        if (!removed) {
            throw notFound(id);
        }
    }

    /** @throws Refused not found */
    ContractRoot get(Scope scope, long id) {
        return store.find(scope, id).orElseThrow(() -> notFound(id));
    }

    private static Refused notFound(long id) {
        return Refused.notFound("There is no contract root " + id + ". GET /api/v1/contract-roots lists them.");
    }

    Page<ContractRoot> page(Scope scope, @Nullable RootUse use, Limit limit, @Nullable Cursor after) {
        return Page.of(store.after(scope, use, limit.rows() + 1, after), limit, root -> Cursor.at(root.id()));
    }

    /** All that an organisation trusts. */
    public List<ContractRoot> all(Scope scope) {
        return store.after(scope, null, MOST, null);
    }
}
