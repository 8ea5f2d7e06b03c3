package org.ohmstead.authority;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.authority.Authority.Kind;
import org.ohmstead.authority.Authority.Purpose;
import org.ohmstead.authority.pki.KeyKind;
import org.ohmstead.authority.pki.PrivateKeys;
import org.ohmstead.authority.pki.Signer;
import org.ohmstead.db.RowCache;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.encryption.Encryption;
import org.ohmstead.tenants.Tenants;

/** The authorities of organisations: made, imported, changed, and the keys of those that are our own. */
@Singleton
public class Authorities {
    static final String ENTITY = "authority";
    static final Duration ROOT_LIFETIME = Duration.ofDays(20 * 365);
    static final int USUAL_LIFETIME_DAYS = 365;

    private static final String KEY = "key";
    private static final String WHAT = "An authority";
    private static final RowCache.Keys<Long> TENANT = new RowCache.Keys<>(id -> Long.toString(id), Long::parseLong);

    private final SqlAuthorityStore store;
    private final Encryption encryption;
    private final Tenants tenants;
    private final AuditLog audit;
    private final Clock clock;
    private final RowCache<Long, List<Authority>> byTenant;
    /** By what they were opened from, so that a key is not decrypted for each certificate. */
    private final Map<String, Signer> opened = new ConcurrentHashMap<>();

    @Inject
    public Authorities(SqlAuthorityStore store, Encryption encryption, Tenants tenants, AuditLog audit, Clock clock) {
        this.store = store;
        this.encryption = encryption;
        this.tenants = tenants;
        this.audit = audit;
        this.clock = clock;
        this.byTenant = new RowCache<>("authorities", 10_000, TENANT, store.invalidations());
    }

    /** Those of an organisation, in the order in which they were made. */
    public List<Authority> of(Scope scope) {
        return Objects.requireNonNull(byTenant.get(scope.tenant(), () -> store.all(scope.wholeTenant())));
    }

    /** @throws Refused not found */
    public Authority get(Scope scope, long id) {
        return of(scope).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() ->
                        Refused.notFound("There is no authority " + id + ". GET /api/v1/authorities lists them."));
    }

    /** Of whichever organisation, for those who ask what is public. */
    public Optional<Authority> ofAnybody(long id) {
        return store.ofAnybody(id);
    }

    /** The one that signs now; of the stations' own one is made where there is none yet. */
    public Optional<Authority> issuing(long tenant, Purpose purpose) {
        Actor rule = Actor.server(tenant, "certificate-authority");
        Optional<Authority> standing = issuingOf(rule.scope(), purpose);
        if (standing.isPresent() || purpose != Purpose.STATION || hasOne(rule.scope())) {
            return standing;
        }
        String organisation = tenants.name(tenant).orElse("Ohmstead");
        Authority fresh = made(
                rule,
                purpose,
                new Authority.Terms("Stations", true, null, USUAL_LIFETIME_DAYS),
                organisation,
                KeyKind.EC_P256);
        write(rule, tx -> {
            // two stations may ask at once
            if (store.issuing(tx, rule.scope(), purpose).isEmpty() && !store.isNamed(tx, rule.scope(), "Stations", 0)) {
                added(tx, rule, fresh);
            }
            return true;
        });
        return issuingOf(rule.scope(), purpose);
    }

    /** Then an operator has switched it off. */
    private boolean hasOne(Scope scope) {
        return of(scope).stream().anyMatch(one -> one.purpose() == Purpose.STATION && one.kind() != Kind.TRUSTED);
    }

    private Optional<Authority> issuingOf(Scope scope, Purpose purpose) {
        return of(scope).stream()
                .filter(one -> one.terms().issuing() && one.purpose() == purpose)
                .findFirst();
    }

    /** A new one with a key of its own, that is not kept yet. */
    Authority made(Actor by, Purpose purpose, Authority.Terms terms, String organisation, KeyKind kind) {
        Signer root = Signer.root(shortened(organisation), shortened(terms.name()), kind, now(), ROOT_LIFETIME);
        return own(by, purpose, terms, root);
    }

    /** RFC 5280 upper bounds of O and CN. */
    private static String shortened(String name) {
        return name.length() > 64 ? name.substring(0, 64) : name;
    }

    /** One whose key is known, that is not kept yet. */
    Authority own(Actor by, Purpose purpose, Authority.Terms terms, Signer signer) {
        String sealed = encryption.seal(signer.key().getEncoded(), Authority.place(by.tenant(), KEY));
        return new Authority(0, by.tenant(), Kind.OWN, purpose, terms, signer.chain(), sealed, null, now(), by.word());
    }

    /** Keeps a new one. @throws Refused in conflict for a name that stands already */
    Authority add(Actor by, Authority fresh) {
        by.checkSeesAll(WHAT);
        long id = write(by, tx -> added(tx, by, fresh));
        return get(by.scope(), id);
    }

    private long added(Tx tx, Actor by, Authority fresh) {
        checkName(tx, by, fresh);
        if (fresh.terms().issuing()) {
            stopOthers(tx, by, fresh);
        }
        long id = store.add(tx, fresh);
        audit.record(tx, by, AuditEntry.created(ENTITY, id, AuthorityView.audited(fresh)));
        return id;
    }

    /** Changes what an operator decides. @throws Refused not found; in conflict for a name that stands, or a kind that cannot sign */
    Authority change(Actor by, long id, UnaryOperator<Authority> change) {
        by.checkSeesAll(WHAT);
        get(by.scope(), id);
        write(by, tx -> {
            Authority before = store.find(tx, by.scope().wholeTenant(), id).orElseThrow();
            Authority after = change.apply(before);
            checkName(tx, by, after);
            if (after.terms().issuing() && after.kind() == Kind.TRUSTED) {
                throw Refused.conflict(
                        "issuing",
                        "Authority " + id + " is a trusted one, whose key is elsewhere; it cannot sign here.");
            }
            if (after.terms().issuing()) {
                stopOthers(tx, by, after);
            }
            store.put(tx, after);
            audit.record(
                    tx,
                    by,
                    AuditEntry.changed(ENTITY, id, AuthorityView.audited(before), AuthorityView.audited(after)));
            return true;
        });
        return get(by.scope(), id);
    }

    /** An external one has told its own certificates. */
    public void told(Authority one, List<X509Certificate> chain) {
        Actor rule = Actor.server(one.tenant(), "certificate-authority");
        write(rule, tx -> {
            store.find(tx, rule.scope(), one.id())
                    .ifPresent(standing -> store.put(
                            tx,
                            new Authority(
                                    standing.id(),
                                    standing.tenant(),
                                    standing.kind(),
                                    standing.purpose(),
                                    standing.terms(),
                                    chain,
                                    standing.sealedKey(),
                                    standing.est(),
                                    standing.createdAt(),
                                    standing.createdBy())));
            return true;
        });
    }

    private void stopOthers(Tx tx, Actor by, Authority instead) {
        store.issuing(tx, by.scope().wholeTenant(), instead.purpose())
                .filter(other -> other.id() != instead.id())
                .ifPresent(other -> {
                    Authority stopped = with(other, other.terms().issuing(false));
                    store.put(tx, stopped);
                    audit.record(
                            tx,
                            by,
                            AuditEntry.changed(
                                    ENTITY, other.id(), AuthorityView.audited(other), AuthorityView.audited(stopped)));
                });
    }

    private void checkName(Tx tx, Actor by, Authority one) {
        if (store.isNamed(tx, by.scope().wholeTenant(), one.terms().name(), one.id())) {
            throw Refused.conflict(
                    "name", "There is an authority '" + one.terms().name() + "' already. Take another name.");
        }
    }

    static Authority with(Authority one, Authority.Terms terms) {
        return new Authority(
                one.id(),
                one.tenant(),
                one.kind(),
                one.purpose(),
                terms,
                one.chain(),
                one.sealedKey(),
                one.est(),
                one.createdAt(),
                one.createdBy());
    }

    /** @throws Refused not found; in conflict for one that has signed certificates, which have to be found to be revoked */
    void remove(Actor by, long id) {
        by.checkSeesAll(WHAT);
        get(by.scope(), id);
        write(by, tx -> {
            Authority one = store.find(tx, by.scope().wholeTenant(), id).orElseThrow();
            if (store.hasIssued(tx, one)) {
                throw Refused.conflict(
                        null,
                        "Authority " + id + " has signed certificates, which must stay revocable. Set issuing to false"
                                + " instead.");
            }
            store.remove(tx, one);
            audit.record(tx, by, AuditEntry.deleted(ENTITY, id, AuthorityView.audited(one)));
            return true;
        });
    }

    /** With its key. @throws Refused in conflict: it has none here, or the key that it was encrypted with is not there */
    public Signer signer(Authority one) {
        String sealed = one.sealedKey();
        if (sealed == null) {
            throw Refused.conflict(null, "The key of " + one.told() + " is not here.");
        }
        return opened.computeIfAbsent(sealed, first -> {
            byte[] key = encryption.open(first, Authority.place(one.tenant(), KEY));
            String algorithm = one.chain().getFirst().getPublicKey().getAlgorithm();
            return new Signer(one.chain(), PrivateKeys.decoded(key, algorithm));
        });
    }

    private <T> T write(Actor by, GroupCommit.Work<T> unit) {
        try {
            return store.write(by.scope().wholeTenant(), unit);
        } finally { // also when nobody knows whether it was written
            byTenant.forget(by.tenant());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
