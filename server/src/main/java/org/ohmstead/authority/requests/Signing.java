package org.ohmstead.authority.requests;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.authority.Authorities;
import org.ohmstead.authority.Authority;
import org.ohmstead.authority.Issuer;
import org.ohmstead.authority.issued.IssuedCertificates;
import org.ohmstead.authority.pki.CertificateRequest;
import org.ohmstead.authority.requests.SigningRequest.Progress;
import org.ohmstead.authority.requests.SigningRequest.State;
import org.ohmstead.certificates.SignedFor;
import org.ohmstead.jobs.OneOff;
import org.ohmstead.stations.StationRef;

/** Has a request signed, and the certificate sent; each step is on disk, and done again where nobody knows how far it went. */
@Singleton
public class Signing implements OneOff<Signing.Due> {
    private static final Logger LOG = System.getLogger(Signing.class.getName());
    /** How long an external authority may take to decide. */
    static final Duration PATIENCE = Duration.ofDays(7);

    private static final Duration AGAIN = Duration.ofMinutes(15);

    /** Which request. */
    public record Due(long tenant, long station, long request) {}

    private final SqlSigningRequestStore store;
    private final Authorities authorities;
    private final Issuers issuers;
    private final IssuedCertificates issued;
    private final Delivery delivery;
    private final Clock clock;

    @Inject
    public Signing(
            SqlSigningRequestStore store,
            Authorities authorities,
            Issuers issuers,
            IssuedCertificates issued,
            Delivery delivery,
            Clock clock) {
        this.store = store;
        this.authorities = authorities;
        this.issuers = issuers;
        this.issued = issued;
        this.delivery = delivery;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "certificate-signing";
    }

    @Override
    public Class<Due> data() {
        return Due.class;
    }

    @Override
    public void run(String id, Due due) {
        Optional<StationRef> station = store.station(due.tenant(), due.station());
        if (station.isEmpty()) {
            return;
        }
        store.find(station.get(), due.request())
                .filter(one -> one.progress().state() == State.ACCEPTED)
                .ifPresent(this::sign);
        store.find(station.get(), due.request())
                .filter(one -> one.progress().state() == State.ISSUED)
                .ifPresent(delivery::send);
    }

    private void sign(SigningRequest one) {
        SignedFor use = one.asked().use();
        Optional<Authority> authority = authorities.issuing(one.station().tenant(), RequestCheck.purpose(use));
        if (authority.isEmpty()) {
            ended(one, RequestCheck.nobodySigns(use));
            return;
        }
        try {
            CertificateRequest request = CertificateRequest.read(one.asked().pem());
            if (issued.isRevoked(one.station().scope(), request.key())) { // since it was accepted
                ended(one, RequestCheck.REVOKED_KEY);
                return;
            }
            List<X509Certificate> chain = issuers.of(authority.get()).issue(authority.get(), request, use);
            signed(one, authority.get(), chain);
        } catch (CertificateRequest.Unusable changed) {
            ended(one, changed.words());
        } catch (Issuer.Refusal refusal) {
            ended(one, refusal.words());
        } catch (Issuer.NotYet notYet) {
            waits(one, notYet);
        } catch (
                Refused cannot) { // such as without the key that the authority's was encrypted with: somebody may bring
            // it back
            waits(one, new Issuer.NotYet(cannot.detail(), AGAIN));
        }
    }

    private void signed(SigningRequest one, Authority authority, List<X509Certificate> chain) {
        StationRef station = one.station();
        boolean kept = store.write(station, tx -> {
            boolean due = store.get(tx, station, one.id())
                    .filter(standing -> standing.progress().state() == State.ACCEPTED)
                    .isPresent();
            if (due) {
                issued.issued(tx, station, authority, one.id(), one.asked().use(), chain);
                store.put(tx, one.at(progress(State.ISSUED, null, 0)));
            }
            return due;
        });
        if (kept) {
            LOG.log(
                    Level.INFO,
                    "tenant=" + station.tenant() + " station=" + station.identity() + " certificate "
                            + chain.getFirst().getSerialNumber().toString(16) + " signed by " + authority.told());
        }
    }

    private void waits(SigningRequest one, Issuer.NotYet notYet) {
        Instant now = now();
        if (one.asked().at().plus(PATIENCE).isBefore(now)) {
            ended(one, notYet.words());
            return;
        }
        store.write(one.station(), tx -> {
            store.put(tx, one.at(progress(State.ACCEPTED, notYet.words(), 0)));
            delivery.later(tx, this, one, now.plus(notYet.again()));
            return true;
        });
    }

    private void ended(SigningRequest one, String why) {
        delivery.failed(one, progress(State.FAILED, why, one.progress().attempts()));
    }

    private Progress progress(State state, @Nullable String reason, int attempts) {
        return new Progress(state, reason, attempts, now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
