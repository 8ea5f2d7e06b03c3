package org.ohmstead.stations.securityprofiles;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
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
    private static final int BY_CERTIFICATE = 3;
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

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
        if (answer instanceof ClientTrust.Doubted doubted
                && doubted.reason() == Reason.CERTIFICATE_EXPIRED
                && security.expiredAllowed()
                && endOf(own).isBefore(now)
                && answer(station, chain, endOf(own).minus(A_MOMENT)) instanceof ClientTrust.Believed before) {
            answer = before; // nothing is wrong with it but that it has ended
        }
        return switch (answer) {
            case ClientTrust.Believed believed -> names(station, security, own, believed.mayBind());
            case ClientTrust.Doubted doubted -> new Failed(doubted.reason(), doubted.detail());
            case ClientTrust.Denied denied -> new Failed(denied.reason(), denied.detail());
            case ClientTrust.Unknown unknown ->
                new Failed(
                        Reason.UNTRUSTED_CERTIFICATE,
                        "the certificate of " + own.getSubjectX500Principal() + " was signed by "
                                + chain.getLast().getIssuerX500Principal()
                                + ", whom nobody here believes; see client-authorities");
        };
    }

    private static Instant endOf(X509Certificate one) {
        return one.getNotAfter().toInstant();
    }

    /** It has come in with that chain. */
    void connected(StationRef station, List<X509Certificate> chain) {
        trusts.forEach(trust -> trust.connected(station, chain));
    }

    /** All are asked, in whatever order they are here: the strongest word counts. */
    private ClientTrust.Answer answer(Station station, List<X509Certificate> chain, Instant at) {
        ClientTrust.Answer strongest = new ClientTrust.Unknown();
        for (ClientTrust trust : trusts) {
            ClientTrust.Answer answer = trust.answer(station.ref(), chain, at);
            strongest = weight(answer) > weight(strongest) ? answer : strongest;
        }
        return strongest;
    }

    private static int weight(ClientTrust.Answer answer) {
        return switch (answer) {
            case ClientTrust.Denied denied -> 3;
            case ClientTrust.Believed believed -> 2;
            case ClientTrust.Doubted doubted -> 1;
            case ClientTrust.Unknown unknown -> 0;
        };
    }

    private Judgement names(Station station, StationSecurity security, X509Certificate own, boolean mayBind) {
        String subject = own.getSubjectX500Principal().getName();
        DistinguishedName name = DistinguishedName.of(own.getSubjectX500Principal());
        if (!settings.organisation().isEmpty() && !name.isOf(settings.organisation())) {
            return new Failed(
                    Reason.WRONG_ORGANISATION,
                    "the certificate of " + subject + " names the organisation " + name.organisations()
                            + "; it must contain '" + settings.organisation() + "' (certificate-organisation)");
        }
        String commonName = name.commonNames().stream()
                .filter(each -> isOf(station, security, each, mayBind))
                .findFirst()
                .orElse(null);
        if (commonName == null) {
            return new Failed(Reason.WRONG_COMMON_NAME, wrongName(station, security, name));
        }
        Certificate certificate =
                new Certificate(subject, commonName, own.getNotAfter().toInstant());
        return new Passed(new Contact(3, Proof.CERTIFICATE, true, null, certificate));
    }

    /**
     * Where no serial number is known, and somebody has set that it comes by certificate, the first one binds it, and its
     * BootNotification has to tell the same (B01.FR.11).
     */
    private static boolean isOf(Station station, StationSecurity security, String commonName, boolean mayBind) {
        String serial = station.facts().serialNumber();
        if (commonName.equalsIgnoreCase(station.ref().identity())) {
            return true;
        }
        if (serial != null && !serial.isBlank()) {
            return DistinguishedName.contains(commonName, serial);
        }
        String bound = security.certificateName();
        return bound == null ? mayBind && hasToShowOne(security) : bound.equalsIgnoreCase(commonName);
    }

    private static boolean hasToShowOne(StationSecurity security) {
        return Stream.of(security.profile(), security.pending())
                .anyMatch(profile -> profile != null && profile == BY_CERTIFICATE);
    }

    private static String wrongName(Station station, StationSecurity security, DistinguishedName name) {
        @Nullable String serial = station.facts().serialNumber();
        String bound = security.certificateName();
        String known = serial == null || serial.isBlank()
                ? bound == null ? "; nothing else is known of it" : " or '" + bound + "', which it first came with"
                : " or contain the serial number '" + serial + "'";
        return "the common name " + name.commonNames() + " of the certificate must be the identity '"
                + station.ref().identity() + "'" + known;
    }
}
