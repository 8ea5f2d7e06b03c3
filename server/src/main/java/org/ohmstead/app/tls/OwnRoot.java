package org.ohmstead.app.tls;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.ohmstead.doctor.connect.RootCertificate;

/** The root that the server has made itself, while its certificates are of it. */
@Singleton
public class OwnRoot implements RootCertificate {
    private final ServerCertificates certificates;
    private final SelfMade selfMade;

    @Inject
    public OwnRoot(ServerCertificates certificates, SelfMade selfMade) {
        this.certificates = certificates;
        this.selfMade = selfMade;
    }

    @Override
    public Optional<String> pem() {
        ServerCertificates.State state = certificates.state();
        if (state.origin() != CertificateSource.Origin.SELF_MADE
                || state.served().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    PemFiles.pem(PemFiles.certificates(selfMade.root()).getFirst()));
        } catch (UnusableCertificate e) {
            return Optional.empty(); // somebody has just removed it
        }
    }
}
