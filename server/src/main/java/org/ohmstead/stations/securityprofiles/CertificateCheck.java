package org.ohmstead.stations.securityprofiles;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.connections.Attempt.Reason;
import org.ohmstead.stations.credentials.ClientTrust;
import org.ohmstead.stations.credentials.CredentialPolicy;
import org.ohmstead.stations.securityprofiles.Contact.Certificate;
import org.ohmstead.stations.securityprofiles.Judgement.Failed;
import org.ohmstead.stations.securityprofiles.Judgement.Passed;

/** Whether a certificate is the one of a station (A00.FR.403 to A00.FR.407). */
@Singleton
public class CertificateCheck {
    private final Iterable<ClientTrust> trusts;
    private final CredentialPolicy settings;
    private final Clock clock;

    @Inject
    public CertificateCheck(Instance<ClientTrust> trusts, CredentialPolicy settings, Clock clock) {
        this((Iterable<ClientTrust>) trusts, settings, clock);
    }

    public CertificateCheck(Iterable<ClientTrust> trusts, CredentialPolicy settings, Clock clock) {
        this.trusts = trusts;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param chain its own first; never empty */
    Judgement judge(Station station, StationSecurity security, List<X509Certificate> chain) {
        X509Certificate own = chain.getFirst();
        Instant now = clock.instant();
        ClientTrust.Answer answer = answer(station, chain, now);
        boolean isExpired = answer instanceof ClientTrust.Doubted doubted
                && doubted.reason() == Reason.CERTIFICATE_EXPIRED
                && security.expiredAllowed()
                && heldBefore(station, chain, now);
        if (!isExpired) {
            switch (answer) {
                case ClientTrust.Believed believed -> {
                    // its names are left to be looked at
                }
                case ClientTrust.Doubted doubted -> {
                    return new Failed(doubted.reason(), doubted.detail());
                }
                case ClientTrust.Unknown unknown -> {
                    return new Failed(
                            Reason.UNTRUSTED_CERTIFICATE,
                            "the certificate of " + own.getSubjectX500Principal() + " was signed by "
                                    + chain.getLast().getIssuerX500Principal()
                                    + ", whom nobody here believes; see client-authorities");
                }
            }
        }
        return names(station, security, own);
    }

    /** It has come in with that chain. */
    void connected(StationRef station, List<X509Certificate> chain) {
        trusts.forEach(trust -> trust.connected(station, chain));
    }

    private ClientTrust.Answer answer(Station station, List<X509Certificate> chain, Instant at) {
        for (ClientTrust trust : trusts) {
            ClientTrust.Answer answer = trust.answer(station.ref().tenant(), chain, at);
            if (!(answer instanceof ClientTrust.Unknown)) {
                return answer;
            }
        }
        return new ClientTrust.Unknown();
    }

    /** Nothing is wrong with it but that it has ended. */
    private boolean heldBefore(Station station, List<X509Certificate> chain, Instant now) {
        Instant end = chain.getFirst().getNotAfter().toInstant();
        Instant before = end.minus(Duration.ofSeconds(1));
        return end.isBefore(now) && answer(station, chain, before) instanceof ClientTrust.Believed;
    }

    private Judgement names(Station station, StationSecurity security, X509Certificate own) {
        String subject = own.getSubjectX500Principal().getName();
        DistinguishedName name = DistinguishedName.of(own.getSubjectX500Principal());
        if (!settings.organisation().isEmpty() && !name.isOf(settings.organisation())) {
            return new Failed(
                    Reason.WRONG_ORGANISATION,
                    "the certificate of " + subject + " names the organisation " + name.organisations()
                            + "; it must contain '" + settings.organisation() + "' (certificate-organisation)");
        }
        String commonName = name.commonNames().stream()
                .filter(each -> isOf(station, security, each))
                .findFirst()
                .orElse(null);
        if (commonName == null) {
            return new Failed(Reason.WRONG_COMMON_NAME, wrongName(station, security, name));
        }
        Certificate certificate =
                new Certificate(subject, commonName, own.getNotAfter().toInstant());
        return new Passed(new Contact(3, Proof.CERTIFICATE, true, null, certificate));
    }

    /** With neither known, the first one binds it, and its BootNotification has to tell the same (B01.FR.11). */
    private static boolean isOf(Station station, StationSecurity security, String commonName) {
        String serial = station.facts().serialNumber();
        if (commonName.equalsIgnoreCase(station.ref().identity())) {
            return true;
        }
        if (serial != null && !serial.isBlank()) {
            return DistinguishedName.contains(commonName, serial);
        }
        String bound = security.certificateName();
        return bound == null || bound.equalsIgnoreCase(commonName);
    }

    private static String wrongName(Station station, StationSecurity security, DistinguishedName name) {
        @Nullable String serial = station.facts().serialNumber();
        String bound = security.certificateName();
        String known = serial == null || serial.isBlank()
                ? bound == null ? "" : " or '" + bound + "', which it first came with"
                : " or contain the serial number '" + serial + "'";
        return "the common name " + name.commonNames() + " of the certificate must be the identity '"
                + station.ref().identity() + "'" + known;
    }
}
