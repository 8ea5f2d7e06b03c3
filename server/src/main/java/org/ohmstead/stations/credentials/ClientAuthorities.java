package org.ohmstead.stations.credentials;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.StationRef;

/**
 * Authorities that the whole installation believes, from a file of theirs: the operator's own or the manufacturers'. It is read
 * again when it has changed; one that cannot be read changes nothing.
 */
@Singleton
public class ClientAuthorities implements ClientTrust {
    private static final Logger LOG = System.getLogger(ClientAuthorities.class.getName());
    private static final Duration LOOKED_AT_EVERY = Duration.ofSeconds(1);

    /** @param size with the time, by which a change is seen */
    private record Read(@Nullable FileTime changed, long size, List<X509Certificate> authorities) {}

    private final @Nullable Path file;
    private Read read = new Read(null, -1, List.of());
    private @Nullable Instant lookedAt;

    @Inject
    public ClientAuthorities(CredentialPolicy settings) {
        this.file = settings.authorities().isEmpty() ? null : Path.of(settings.authorities());
    }

    @Override
    public Answer answer(StationRef station, List<X509Certificate> chain, Instant now) {
        return Chain.of(chain, authorities(now), now)
                .map(way -> way.at(now, true))
                .orElseGet(Unknown::new);
    }

    private synchronized List<X509Certificate> authorities(Instant now) {
        Instant before = lookedAt;
        boolean due = before == null || Duration.between(before, now).abs().compareTo(LOOKED_AT_EVERY) >= 0;
        if (file != null && due) {
            lookedAt = now;
            readAgain(file);
        }
        return read.authorities();
    }

    private void readAgain(Path from) {
        try {
            FileTime changed = Files.getLastModifiedTime(from);
            long size = Files.size(from);
            if (!changed.equals(read.changed()) || size != read.size()) {
                read = new Read(changed, size, certificates(from));
                LOG.log(
                        Level.INFO,
                        "client-authorities: {0} authorities read from {1}",
                        Integer.toString(read.authorities().size()),
                        from);
            }
        } catch (IOException | GeneralSecurityException e) {
            LOG.log(
                    Level.WARNING,
                    "client-authorities: {0} cannot be read, what it held before stands: {1}",
                    from,
                    e.getMessage());
        }
    }

    private static List<X509Certificate> certificates(Path from) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(from)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        }
    }
}
