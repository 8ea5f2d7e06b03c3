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
    ServerCertificates certificates(Settings settings, Clock clock) {
        ServerCertificates certificates = of(settings, clock);
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

    /** Nothing is read yet. */
    public static ServerCertificates of(Settings settings, Clock clock) {
        TlsSettings tls = settings.tls();
        CertificateSource source = tls.tlsCertificates().isEmpty()
                ? ownMade(settings, clock)
                : FixedFiles.of(tls.tlsCertificates(), tls.tlsKeys());
        return new ServerCertificates(() -> source, clock);
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
        String plain = name.replace("[", "").replace("]", "").replaceAll("%.*", "").toLowerCase(Locale.ROOT);
        Networks.address(plain)
                .map(InetAddress::getHostAddress)
                .or(() -> Optional.of(plain)
                        .filter(text -> text.matches("[a-z0-9_-]+(\\.[a-z0-9_-]+)*")))
                .filter(text -> !text.equals("0.0.0.0") && !text.equals("0:0:0:0:0:0:0:0"))
                .ifPresent(names::add);
    }
}
