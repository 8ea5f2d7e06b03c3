package org.ohmstead.authority.issued;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.authority.Authority;
import org.ohmstead.authority.issued.IssuedCertificate.Revocation;
import org.ohmstead.authority.pki.KeyKind;
import org.ohmstead.certificates.SignedFor;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.stations.StationRef;

/** The certificates that were issued to stations, and what becomes of them. */
@Singleton
public class IssuedCertificates {
    private static final int DUE_AT_A_TIME = 500;

    private final SqlIssuedStore store;
    private final SqlIssuedSearches searches;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public IssuedCertificates(SqlIssuedStore store, SqlIssuedSearches searches, AuditLog audit, Clock clock) {
        this.store = store;
        this.searches = searches;
        this.audit = audit;
        this.clock = clock;
    }

    /** The newest first. */
    public Page<IssuedCertificate> page(Scope scope, IssuedFilter filter, Limit limit, @Nullable Cursor after) {
        return Page.of(
                store.before(scope, filter, now(), after == null ? null : after.id(), limit.rows() + 1),
                limit,
                one -> Cursor.at(one.id()));
    }

    /** @throws Refused not found */
    public IssuedCertificate get(Scope scope, long id) {
        return store.find(scope, id)
                .orElseThrow(() ->
                        Refused.notFound("There is no certificate " + id + ". GET /api/v1/certificates lists them."));
    }

    /** The one of a serial number in hex. */
    public Optional<IssuedCertificate> bySerial(Authority authority, String serialNumber) {
        return searches.bySerial(authority, serialNumber);
    }

    /** What is known of a certificate by its issuer and its number, whatever became of it; empty: it was not issued from here. */
    public List<IssuedCertificate> ofLeaf(Scope scope, X509Certificate leaf) {
        return searches.ofNumber(
                scope.wholeTenant(),
                leaf.getIssuerX500Principal().getName(),
                leaf.getSerialNumber().toString(16));
    }

    /** Whether a certificate of this key was revoked, whatever request it came in. */
    public boolean isRevoked(Scope scope, PublicKey key) {
        return searches.isRevoked(scope.wholeTenant(), KeyKind.hash(key));
    }

    /** Whether the authority has signed one of this subject, whatever became of it. @param subject as RFC 2253 has it */
    public boolean hasSigned(Authority authority, String subject) {
        return searches.hasSigned(authority, subject);
    }

    /** Whether a station has taken or shown one for its connection to this server that counts now. */
    public boolean hasTaken(StationRef station) {
        IssuedFilter valid = new IssuedFilter(station.identity(), IssuedCertificate.State.VALID, null, null);
        return store.before(station.scope(), valid, now(), null, DUE_AT_A_TIME).stream()
                .filter(one -> Long.valueOf(station.id()).equals(one.station()))
                .filter(one -> one.use() == SignedFor.STATION)
                .anyMatch(one -> one.life().answer() != null || one.life().usedAt() != null);
    }

    /** Those of an authority that must not be believed although their time is not over. */
    public List<IssuedCertificate> revoked(Authority authority) {
        return searches.revoked(authority, now());
    }

    /** The newest one that was issued for a request of a station. */
    public Optional<IssuedCertificate> ofRequest(Tx tx, Scope scope, long request) {
        return store.ofRequest(tx, scope, request);
    }

    /** The one of a station that is this certificate; empty: it was not issued from here. */
    public Optional<IssuedCertificate> ofStation(Tx tx, StationRef station, X509Certificate leaf) {
        return store.ofStation(tx, station, leaf.getSerialNumber().toString(16)).stream()
                .filter(one -> one.content()
                        .issuer()
                        .equals(leaf.getIssuerX500Principal().getName()))
                .findFirst();
    }

    /** A station's certificate was signed. @param request by its number */
    public IssuedCertificate issued(
            Tx tx, StationRef station, Authority authority, long request, SignedFor use, List<X509Certificate> chain) {
        Instant now = now();
        IssuedCertificate fresh = new IssuedCertificate(
                0,
                station.tenant(),
                station.id(),
                station.identity(),
                authority.id(),
                request,
                use,
                IssuedCertificate.Content.of(chain),
                IssuedCertificate.Life.begin(now));
        long id = store.add(tx, fresh, KeyKind.hash(chain.getFirst().getPublicKey()));
        store.tell(
                tx,
                new CertificateIssued(
                        station.tenant(),
                        station.id(),
                        now,
                        station.identity(),
                        id,
                        use.word(),
                        fresh.content().subject(),
                        fresh.content().serialNumber(),
                        fresh.content().until(),
                        authority.id()));
        return store.get(tx, station.scope(), id).orElseThrow();
    }

    /** The station has said whether it takes it. */
    public void answered(Tx tx, IssuedCertificate one, boolean accepted) {
        store.answered(tx, one, accepted, now());
    }

    /**
     * It must not be believed any more: lists and the responder tell so, and who connects with it is turned away.
     *
     * @throws Refused not found; in conflict where it is revoked already
     */
    public IssuedCertificate revoke(Actor by, long id, RevocationReason reason) {
        IssuedCertificate known = get(by.scope(), id);
        Instant now = now();
        store.write(by.scope().wholeTenant(), lane(known), tx -> {
            IssuedCertificate one = store.get(tx, by.scope().wholeTenant(), id).orElseThrow();
            Revocation before = one.life().revocation();
            if (before != null) {
                throw Refused.conflict(
                        null, "Certificate " + id + " was revoked at " + before.at() + " by " + before.by() + ".");
            }
            store.revoke(tx, one, new Revocation(now, by.word(), reason));
            audit.record(
                    tx,
                    by,
                    AuditEntry.done(
                            "certificate",
                            id,
                            "revoked",
                            Map.of(
                                    "station", one.identity(),
                                    "serialNumber", one.content().serialNumber(),
                                    "reason", reason.word())));
            store.tell(
                    tx,
                    new CertificateRevoked(
                            one.tenant(),
                            one.station(),
                            now,
                            one.identity(),
                            id,
                            one.content().subject(),
                            one.content().serialNumber(),
                            reason.word(),
                            by.word()));
            return true;
        });
        return get(by.scope(), id);
    }

    private static long lane(IssuedCertificate one) {
        Long station = one.station();
        return station == null ? GroupCommit.BACKGROUND : station;
    }

    /**
     * A station has connected with a certificate. The first time older ones of it are over: until then they count, so that a station
     * that never got to the new one is not locked out.
     */
    public void used(StationRef station, IssuedCertificate one) {
        if (one.life().usedAt() != null || !Long.valueOf(station.id()).equals(one.station())) {
            return;
        }
        Instant now = now();
        store.write(station.scope(), station.id(), tx -> {
            boolean first = store.get(tx, station.scope(), one.id())
                    .filter(standing -> standing.life().usedAt() == null)
                    .isPresent();
            if (first) {
                store.used(tx, station, one, now);
            }
            return first;
        });
    }

    /** Those that end by then, and whose station was not asked since. */
    public List<IssuedCertificate> due(Duration within, Duration askedBefore) {
        Instant now = now();
        return searches.due(now, now.plus(within), now.minus(askedBefore), DUE_AT_A_TIME);
    }

    /** The station was asked for a newer one. @param failure what came of it; null: it has agreed */
    public void asked(IssuedCertificate one, @Nullable String failure) {
        Instant now = now();
        Scope scope = Actor.server(one.tenant(), "certificate-renewal").scope();
        store.write(scope, lane(one), tx -> {
            store.asked(tx, one, new IssuedCertificate.Renewal(now, failure));
            Long station = one.station();
            if (failure != null && station != null) {
                store.tell(
                        tx,
                        new RenewalFailed(
                                one.tenant(),
                                station,
                                now,
                                one.identity(),
                                one.id(),
                                one.content().subject(),
                                one.content().until(),
                                failure));
            }
            return true;
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
