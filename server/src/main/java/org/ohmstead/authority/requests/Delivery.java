package org.ohmstead.authority.requests;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.ohmstead.api.Refused;
import org.ohmstead.authority.issued.IssuedCertificate;
import org.ohmstead.authority.issued.IssuedCertificates;
import org.ohmstead.authority.requests.SigningRequest.Progress;
import org.ohmstead.authority.requests.SigningRequest.State;
import org.ohmstead.certificates.Pem;
import org.ohmstead.certificates.StationCertificates;
import org.ohmstead.commands.limits.StationLimit;
import org.ohmstead.commands.limits.StationLimits;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.jobs.Jobs;
import org.ohmstead.stations.StationRef;

/** Sends certificates to the stations that have asked for them (CertificateSigned). */
@Singleton
public class Delivery {
    /** Of a certificate for room among the commands that wait for the station. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final SqlSigningRequestStore store;
    private final IssuedCertificates issued;
    private final StationCertificates certificates;
    private final StationLimits limits;
    private final Jobs jobs;
    private final Clock clock;

    @Inject
    public Delivery(
            SqlSigningRequestStore store,
            IssuedCertificates issued,
            StationCertificates certificates,
            StationLimits limits,
            Jobs jobs,
            Clock clock) {
        this.store = store;
        this.issued = issued;
        this.certificates = certificates;
        this.limits = limits;
        this.jobs = jobs;
        this.clock = clock;
    }

    void send(SigningRequest one) {
        StationRef station = one.station();
        Optional<IssuedCertificate> certificate =
                store.write(station, tx -> issued.ofRequest(tx, station.scope(), one.id()));
        if (certificate.isEmpty()) {
            throw new IllegalStateException("request " + one.id() + " is signed, and has no certificate");
        }
        List<X509Certificate> chain =
                Pem.read("certificateChain", certificate.get().content().chain());
        Optional<Long> most = limits.of(station, StationLimit.CERTIFICATE_CHAIN).map(StationLimits.Told::most);
        List<X509Certificate> fits = most.isEmpty() ? chain : fitting(chain, most.get());
        if (fits.isEmpty()) {
            failed(
                    one,
                    new Progress(
                            State.FAILED,
                            "The certificate alone has "
                                    + Pem.write(chain.subList(0, 1)).length() + " characters, and the station takes "
                                    + most.orElse(0L) + ". An authority with EC keys signs smaller ones.",
                            one.progress().attempts(),
                            now()));
            return;
        }
        try {
            certificates.deliver(station, fits, one.asked().use(), one.asked().request(), one.commandKey());
        } catch (Refused cannot) {
            boolean mayPass = cannot.kind() == Refused.Kind.TOO_MANY || cannot.kind() == Refused.Kind.FULL;
            if (mayPass && now().isBefore(one.asked().at().plus(LONGEST_WAIT))) {
                throw cannot; // the job comes again
            }
            failed( // by the version that it speaks now: trying again would change nothing
                    one,
                    new Progress(
                            State.FAILED,
                            "The certificate cannot be sent: " + cannot.detail(),
                            one.progress().attempts(),
                            now()));
        }
    }

    /** Without as many of those that have signed as must be; the station may know them. */
    static List<X509Certificate> fitting(List<X509Certificate> chain, long most) {
        int size = chain.size();
        while (size > 0 && Pem.write(chain.subList(0, size)).length() > most) {
            size--;
        }
        return chain.subList(0, size);
    }

    /** The same is done again then. */
    void later(Tx tx, Signing signing, SigningRequest one, Instant when) {
        StationRef station = one.station();
        jobs.replace(
                tx, signing, Long.toString(one.id()), when, new Signing.Due(station.tenant(), station.id(), one.id()));
    }

    void failed(SigningRequest one, Progress progress) {
        store.write(one.station(), tx -> {
            failed(tx, one, progress);
            return true;
        });
    }

    void failed(Tx tx, SigningRequest one, Progress progress) {
        StationRef station = one.station();
        store.put(tx, one.at(progress));
        store.tell(
                tx,
                new CertificateRequestFailed(
                        station.tenant(),
                        station.id(),
                        progress.changedAt(),
                        station.identity(),
                        one.id(),
                        one.asked().use().word(),
                        progress.state().word(),
                        String.valueOf(progress.reason())));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
