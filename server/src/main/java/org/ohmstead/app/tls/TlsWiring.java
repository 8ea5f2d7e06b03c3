package org.ohmstead.app.tls;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ohmstead.access.Networks;
import org.ohmstead.app.http.LocalKey;
import org.ohmstead.app.settings.HttpSettings;
import org.ohmstead.app.settings.Settings;
import org.ohmstead.app.settings.TlsSettings;
import org.ohmstead.app.socket.listening.HostAddresses;

/** Which source the settings mean. */
@Singleton
public class TlsWiring {
    private static final String FOLDER = "tls";

    @Produces
    @Singleton
    ServerCertificates certificates(Settings settings, SelfMade selfMade, Acme acme, Clock clock) {
        ServerCertificates certificates = of(settings, selfMade, acme, clock);
        if (settings.tls().isOn()) {
            try {
                certificates.load();
            } catch (UnusableCertificate e) {
                throw new IllegalStateException(e);
            }
        }
        return certificates;
    }

    @Produces
    @Singleton
    SelfMade selfMade(Settings settings, Clock clock) {
        return ownMade(settings, clock);
    }

    @Produces
    @Singleton
    Acme acme(Settings settings, AcmeChallenges challenges, Clock clock) {
        return acmeOf(settings, challenges, clock);
    }

    /** Whether there is something to show; with a sentence if not. */
    public static void check(Settings settings, Clock clock) throws UnusableCertificate {
        if (settings.tls().isOn()) {
            SelfMade selfMade = ownMade(settings, clock);
            of(settings, selfMade, acmeOf(settings, new AcmeChallenges(), clock), clock)
                    .load();
        }
    }

    private static ServerCertificates of(Settings settings, SelfMade selfMade, Acme acme, Clock clock) {
        TlsSettings tls = settings.tls();
        if (!tls.tlsCertificates().isEmpty()) {
            CertificateSource files = FixedFiles.of(tls.tlsCertificates(), tls.tlsKeys());
            return new ServerCertificates(() -> files, clock);
        }
        // Until the authority has signed the first one something must be shown.
        return new ServerCertificates(() -> acme.isReady() ? acme : selfMade, clock);
    }

    private static Acme acmeOf(Settings settings, AcmeChallenges challenges, Clock clock) {
        Set<String> names = new LinkedHashSet<>(settings.tls().acmeNames());
        if (names.isEmpty() && !settings.http().publicUrl().isEmpty()) {
            names.add(String.valueOf(URI.create(settings.http().publicUrl()).getHost()));
        }
        return new Acme(folder(settings), settings.tls(), names, challenges, clock);
    }

    private static SelfMade ownMade(Settings settings, Clock clock) {
        return new SelfMade(folder(settings), names(settings.http()), clock);
    }

    /** Beside the database, or where it would be. */
    static Path folder(Settings settings) {
        return LocalKey.file(settings.store().database()).resolveSibling(FOLDER);
    }

    /** Under which names and addresses stations and browsers may dial, the main one first. */
    static Set<String> names(HttpSettings http) {
        Set<String> names = new LinkedHashSet<>();
        if (!http.publicUrl().isEmpty()) {
            add(names, String.valueOf(URI.create(http.publicUrl()).getHost()));
        }
        try {
            add(names, InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException e) {
            // it has no name that it knows of
        }
        add(names, "localhost");
        add(names, http.host());
        add(names, "127.0.0.1");
        add(names, "::1");
        if (!http.isLoopback()) {
            HostAddresses.ofThisMachine().forEach(address -> add(names, address.getHostAddress()));
        }
        return names;
    }

    private static void add(Set<String> names, String name) {
        String plain =
                name.replace("[", "").replace("]", "").replaceAll("%.*", "").toLowerCase(Locale.ROOT);
        Networks.address(plain)
                .map(InetAddress::getHostAddress)
                .or(() -> Optional.of(plain).filter(text -> text.matches("[a-z0-9_-]+(\\.[a-z0-9_-]+)*")))
                .filter(text -> !text.equals("0.0.0.0") && !text.equals("0:0:0:0:0:0:0:0"))
                .ifPresent(names::add);
    }
}
