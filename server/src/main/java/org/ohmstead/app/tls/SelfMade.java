package org.ohmstead.app.tls;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Certificates for trying out: a root of our own, and with it one certificate with an RSA key and one with an EC key. The root stays
 * for ten years, so that it has to be brought to the stations once; the others are made anew before they end, and when this machine
 * has got another name or address.
 */
final class SelfMade implements CertificateSource {
    private static final Duration ROOT_LIFETIME = Duration.ofDays(3650);
    /** As long as browsers take one. */
    private static final Duration LIFETIME = Duration.ofDays(397);

    private static final Duration RENEWED_BEFORE_END = Duration.ofDays(30);

    private final Path folder;
    private final Set<String> names;
    private final Clock clock;

    /**
     * @param folder where they are kept
     * @param names  under which this server is reached: host names and addresses, the main one first
     */
    SelfMade(Path folder, Set<String> names, Clock clock) {
        this.folder = folder;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public Origin origin() {
        return Origin.SELF_MADE;
    }

    /** The certificate that stations are to trust. */
    Path root() {
        return folder.resolve("root.pem");
    }

    @Override
    public List<Pair> pairs() throws UnusableCertificate {
        Pair rootPair = new Pair(root(), folder.resolve("root.key"));
        Pair rsa = pair("rsa");
        Pair ec = pair("ec");
        KeyAndChain root = root(rootPair);
        ensure(rsa, root, Signing::rsaKey);
        ensure(ec, root, Signing::ecKey);
        return List.of(ec, rsa);
    }

    private Pair pair(String kind) {
        return new Pair(folder.resolve("server-" + kind + ".pem"), folder.resolve("server-" + kind + ".key"));
    }

    private KeyAndChain root(Pair files) throws UnusableCertificate {
        Optional<KeyAndChain> standing = files.standing()
                .filter(one -> one.certificate().getNotAfter().toInstant().isAfter(now().plus(LIFETIME)));
        if (standing.isPresent()) {
            return standing.get();
        }
        KeyPair key = Signing.rsaKey();
        X509Certificate root = Signing.root("Ohmstead on " + names.iterator().next(), key, validity(ROOT_LIFETIME));
        PemFiles.write(files.key(), PemFiles.pem(key.getPrivate()));
        PemFiles.write(files.certificate(), PemFiles.pem(root));
        return new KeyAndChain(key.getPrivate(), List.of(root));
    }

    private void ensure(Pair files, KeyAndChain root, Supplier<KeyPair> maker) throws UnusableCertificate {
        if (files.standing().filter(one -> isGood(one, root)).isPresent()) {
            return;
        }
        KeyPair key = maker.get();
        X509Certificate made = Signing.server(root, key, names, validity(LIFETIME));
        PemFiles.write(files.key(), PemFiles.pem(key.getPrivate()));
        PemFiles.write(files.certificate(), PemFiles.pem(made, root.certificate()));
    }

    private boolean isGood(KeyAndChain standing, KeyAndChain root) {
        X509Certificate certificate = standing.certificate();
        return certificate.getNotAfter().toInstant().isAfter(now().plus(RENEWED_BEFORE_END))
                && standing.chain().contains(root.certificate())
                && namesOf(certificate).containsAll(names);
    }

    private Signing.Validity validity(Duration lifetime) {
        // Clocks of stations go wrong, and one that is a little behind should not have to wait.
        return new Signing.Validity(now().minus(Duration.ofDays(1)), now().plus(lifetime));
    }

    private Instant now() {
        return clock.instant();
    }

    /** Host names and addresses that a certificate holds for. */
    static Set<String> namesOf(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? Set.of()
                    : names.stream().map(name -> Objects.toString(name.get(1))).collect(Collectors.toUnmodifiableSet());
        } catch (CertificateParsingException e) {
            return Set.of();
        }
    }
}
