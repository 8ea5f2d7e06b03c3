package org.ohmstead.stations.securityprofiles;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.connections.Attempt.Reason;
import org.ohmstead.stations.credentials.CredentialPolicy;
import org.ohmstead.stations.credentials.CredentialPolicy.Needed;
import org.ohmstead.stations.credentials.CredentialPolicy.Way;
import org.ohmstead.stations.securityprofiles.Judgement.Failed;
import org.ohmstead.stations.securityprofiles.Judgement.Passed;

/**
 * Whether what somebody shows lets him in as a station (behaviour 1.5). A station comes by one profile, its own; while it is on
 * its way to another one by either (A05). One without a profile comes as the setting station-auth says. May take milliseconds,
 * so never on an event loop.
 */
@Singleton
public class SecurityCheck {
    private final SecurityProfiles profiles;
    private final SecretCheck secrets;
    private final CertificateCheck certificates;
    private final CredentialPolicy settings;

    @Inject
    public SecurityCheck(
            SecurityProfiles profiles, SecretCheck secrets, CertificateCheck certificates, CredentialPolicy settings) {
        this.profiles = profiles;
        this.secrets = secrets;
        this.certificates = certificates;
        this.settings = settings;
    }

    public Judgement judge(Station station, Shown shown) {
        StationSecurity security = profiles.of(station.ref());
        List<Integer> allowed = Stream.of(security.pending(), security.profile())
                .filter(Objects::nonNull)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        List<Failed> failed = new ArrayList<>();
        for (int profile : allowed) {
            switch (by(profile, station, security, shown)) {
                case Passed passed -> {
                    return passed;
                }
                case Failed no -> failed.add(no);
            }
        }
        if (security.profile() == null) {
            Judgement without = withoutProfile(station, security, shown);
            if (without instanceof Passed || failed.isEmpty()) {
                return without;
            }
            failed.add((Failed) without);
        }
        return failed.stream()
                .filter(each -> !isOfTransport(each.reason()))
                .findFirst()
                .orElseGet(failed::getLast);
    }

    /**
     * It has come in. Blocks until that is on disk, where it came otherwise than before.
     *
     * @param chain that it has shown
     */
    public void connected(StationRef station, Contact contact, List<X509Certificate> chain) {
        profiles.connected(station, contact);
        if (contact.certificate() != null) {
            certificates.connected(station, chain);
        }
    }

    /** Its connection stands, under a number that is in use once. @param chain that it has shown */
    public void opened(long connection, Contact contact, List<X509Certificate> chain) {
        profiles.opened(connection, contact, chain);
    }

    public void closed(long connection) {
        profiles.closed(connection);
    }

    public Instant now() {
        return profiles.now();
    }

    /** Does the work for an identity that nobody has, so that how long it takes tells nothing. */
    public void pretend(String identity, Shown shown) {
        secrets.pretend(identity, shown);
    }

    /** Of several reasons the others tell more. */
    private static boolean isOfTransport(Reason reason) {
        return reason == Reason.TLS_REQUIRED || reason == Reason.WRONG_SECURITY_PROFILE;
    }

    private Judgement by(int profile, Station station, StationSecurity security, Shown shown) {
        if (profile < 2 && shown.tls()) {
            return new Failed(
                    Reason.WRONG_SECURITY_PROFILE,
                    "its security profile is " + profile + ", which is plain, and it came over TLS; set ws:// in the"
                            + " station, or give it profile 2 or 3 here");
        }
        if (profile >= 2 && !shown.tls()) {
            return new Failed(
                    Reason.TLS_REQUIRED,
                    "its security profile is " + profile + ", which is over TLS, and it came plain; set wss:// in the"
                            + " station");
        }
        return switch (profile) {
            case 0 -> new Passed(Contact.none(false));
            case 1, 2 -> secrets.judge(profile, station, security, shown);
            case 3 -> certificate(station, security, shown);
            default -> throw new IllegalStateException("there is no security profile " + profile);
        };
    }

    private Judgement certificate(Station station, StationSecurity security, Shown shown) {
        if (!settings.has(Way.CERTIFICATE)) {
            return new Failed(Reason.NO_CERTIFICATE, "station-auth-methods has no certificate, so none counts");
        }
        return shown.certificates().isEmpty()
                ? new Failed(
                        Reason.NO_CERTIFICATE,
                        "it has to prove who it is with a certificate of its own, and has shown none")
                : certificates.judge(station, security, shown.certificates());
    }

    private Judgement withoutProfile(Station station, StationSecurity security, Shown shown) {
        @Nullable
        Judgement certificate = shown.certificates().isEmpty() || !settings.has(Way.CERTIFICATE)
                ? null
                : certificates.judge(station, security, shown.certificates());
        if (certificate instanceof Passed) {
            return certificate;
        }
        if (security.floor() == 3) {
            return certificate != null ? certificate : certificate(station, security, shown);
        }
        if (security.floor() == 2 && !shown.tls()) {
            return new Failed(
                    Reason.TLS_REQUIRED,
                    "it has come over TLS with its password before, and does not go back to sending it in clear; set wss:// in"
                            + " the station, or allow it by PATCH /api/v1/stations/"
                            + station.ref().identity() + "/security with {\"profile\": 1, \"allowLower\": true}");
        }
        if (settings.needed() == Needed.NONE) {
            return new Passed(Contact.none(shown.tls()));
        }
        boolean hasSecret = station.hasPassword() || security.token() != null;
        if (hasSecret) {
            return secrets.judge(shown.tls() ? 2 : 1, station, security, shown);
        }
        if (settings.needed() == Needed.OPTIONAL) {
            return new Passed(Contact.none(shown.tls()));
        }
        return certificate != null ? certificate : SecretCheck.nothingToShow(station);
    }
}
