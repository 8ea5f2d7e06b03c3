package org.ohmstead.app.tls;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Which certificates this server shows. Looked at again and again: what has changed is shown from the next handshake on, and what
 * is there now and cannot be used changes nothing, but is told.
 */
public final class ServerCertificates {
    private static final System.Logger LOG = System.getLogger(ServerCertificates.class.getName());

    /** Told when a new file could not be used, once for each. */
    @FunctionalInterface
    interface Failures {
        void failed(String why);
    }

    /**
     * How it stands.
     *
     * @param loadedAt when those that are served were read; null: there are none
     * @param error    why newer ones are not served; null: they are, or there are none
     */
    record State(
            CertificateSource.Origin origin,
            List<KeyAndChain> served,
            @Nullable Instant loadedAt,
            @Nullable String error,
            @Nullable Instant failedAt) {}

    private final Supplier<CertificateSource> source;
    private final Clock clock;
    private final ServedKeys keys = new ServedKeys();
    private Failures failures = why -> {};
    private byte[] read = {};
    private byte @Nullable [] refused;
    private @Nullable String orderFailure;
    private volatile State state = new State(CertificateSource.Origin.FILES, List.of(), null, null, null);

    /** @param source asked with each look, because one may take the place of another */
    ServerCertificates(Supplier<CertificateSource> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    X509ExtendedKeyManager keys() {
        return keys;
    }

    State state() {
        return state;
    }

    synchronized void onFailure(Failures told) {
        failures = told;
    }

    /** At the start, when there are none that could go on. */
    public synchronized void load() throws UnusableCertificate {
        CertificateSource from = source.get();
        List<CertificateSource.Pair> pairs = from.pairs();
        serve(from, pairs, digest(pairs));
    }

    /**
     * Takes what has changed. A certificate and its key are two files, and one may be there before the other, so what does not fit
     * together counts as an error only when it is still so at the next look.
     */
    synchronized void look() {
        byte[] now = {};
        try {
            CertificateSource from = source.get();
            List<CertificateSource.Pair> pairs = from.pairs();
            now = digest(pairs);
            if (!Arrays.equals(now, read)) {
                serve(from, pairs, now);
            } else if (state.error() != null && !state.error().equals(orderFailure)) { // the old ones have come back
                state = new State(state.origin(), state.served(), state.loadedAt(), null, null);
            }
        } catch (UnusableCertificate e) {
            boolean again = refused != null && Arrays.equals(now, refused);
            refused = now;
            if (again && !e.why().equals(state.error())) {
                refuse(e.why());
            }
        }
    }

    private void serve(CertificateSource from, List<CertificateSource.Pair> pairs, byte[] digest)
            throws UnusableCertificate {
        List<KeyAndChain> found = new ArrayList<>();
        for (CertificateSource.Pair pair : pairs) {
            found.add(pair.read());
        }
        for (KeyAndChain each : found) {
            Instant end = each.certificate().getNotAfter().toInstant();
            if (end.isBefore(clock.instant()) && !state.served().isEmpty()) {
                throw new UnusableCertificate(
                        "The certificate of " + each.certificate().getSubjectX500Principal() + " has ended at " + end);
            }
        }
        keys.serve(found);
        read = digest;
        refused = null;
        state = new State(from.origin(), List.copyOf(found), clock.instant(), null, null);
        found.forEach(each -> LOG.log(
                Level.INFO,
                "TLS: {0} certificate of {1}, until {2}, from {3}",
                each.type(),
                each.certificate().getSubjectX500Principal(),
                each.certificate().getNotAfter().toInstant(),
                from.origin().word()));
    }

    /** @param failure why an authority gives none; null: it does */
    synchronized void ordered(@Nullable String failure) {
        orderFailure = failure;
        if (failure != null && !failure.equals(state.error())) {
            refuse(failure);
        }
    }

    private void refuse(String why) {
        state = new State(state.origin(), state.served(), state.loadedAt(), why, clock.instant());
        LOG.log(Level.WARNING, "TLS: new certificates do not come, the old ones go on: {0}", why);
        failures.failed(why);
    }

    private static byte[] digest(List<CertificateSource.Pair> pairs) throws UnusableCertificate {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (CertificateSource.Pair pair : pairs) {
                digest.update(Files.readAllBytes(pair.certificate()));
                digest.update(Files.readAllBytes(pair.key()));
            }
            return digest.digest();
        } catch (IOException e) {
            throw new UnusableCertificate("A file of a certificate cannot be read (" + e + ")");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}
