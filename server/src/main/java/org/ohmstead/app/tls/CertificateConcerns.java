package org.ohmstead.app.tls;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ohmstead.overview.AttentionKind;
import org.ohmstead.overview.ServerConcerns;
import org.ohmstead.overview.Severity;

/** Certificates of this server that end soon, and newer ones that cannot be used. */
@Singleton
class CertificateConcerns implements ServerConcerns {
    private static final Duration SOON = Duration.ofDays(30);
    private static final Duration CRITICAL = Duration.ofDays(7);

    private final ServerCertificates certificates;

    @Inject
    CertificateConcerns(ServerCertificates certificates) {
        this.certificates = certificates;
    }

    @Override
    public List<Concern> concerns(Instant now) {
        ServerCertificates.State state = certificates.state();
        List<Concern> concerns = new ArrayList<>();
        for (KeyAndChain each : state.served()) {
            Instant end = each.certificate().getNotAfter().toInstant();
            if (now.isAfter(end.minus(SOON))) {
                Severity severity = now.isAfter(end.minus(CRITICAL)) ? Severity.CRITICAL : Severity.WARNING;
                concerns.add(concern(
                        severity,
                        end.minus(SOON),
                        each.certificate().getSubjectX500Principal().getName() + ", " + each.type() + ", " + end));
            }
        }
        String error = state.error();
        Instant failedAt = state.failedAt();
        if (error != null && failedAt != null) {
            concerns.add(concern(Severity.WARNING, failedAt, error));
        }
        return concerns;
    }

    private static Concern concern(Severity severity, Instant since, String info) {
        return new Concern(AttentionKind.SERVER_CERTIFICATE, severity, since, info);
    }
}
