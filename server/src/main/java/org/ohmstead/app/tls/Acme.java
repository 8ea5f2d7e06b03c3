package org.ohmstead.app.tls;

import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.ohmstead.app.settings.TlsSettings;
import org.shredzone.acme4j.Account;
import org.shredzone.acme4j.AccountBuilder;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.challenge.Http01Challenge;
import org.shredzone.acme4j.exception.AcmeException;

/**
 * Certificates of an authority that speaks ACME (RFC 8555), such as Let's Encrypt: one with an EC key and one with an RSA key, got and
 * renewed by the server itself. Whoever asks at its plain port under the names (http-01) proves to the authority that they are ours.
 */
final class Acme implements CertificateSource {
    private static final System.Logger LOG = System.getLogger(Acme.class.getName());

    /** Authorities take seconds as a rule. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** A third of the life of a certificate is left for tries that fail; of a long one a month is enough. */
    private static final int SHARE_LEFT = 3;

    private static final Duration LONGEST_LEFT = Duration.ofDays(30);

    private final Path folder;
    private final TlsSettings settings;
    private final Set<String> names;
    private final AcmeChallenges challenges;
    private final Clock clock;
    /** Held while the two of a pair are written, or read. */
    private final Object files = new Object();

    /** @param names that the certificates are to hold for */
    Acme(Path folder, TlsSettings settings, Set<String> names, AcmeChallenges challenges, Clock clock) {
        this.folder = folder;
        this.settings = settings;
        this.names = names;
        this.challenges = challenges;
        this.clock = clock;
    }

    @Override
    public Origin origin() {
        return Origin.ACME;
    }

    /** Whether the settings want it. */
    boolean isWanted() {
        return !settings.acmeDirectory().isEmpty();
    }

    /** Whether it is wanted, and there is one to be shown. */
    boolean isReady() {
        try {
            return isWanted() && !pairs().isEmpty();
        } catch (UnusableCertificate e) {
            return true; // it is there, and what is wrong with it is to be told
        }
    }

    /** Those that are there and hold; none: the first is still to come. */
    @Override
    public List<Pair> pairs() throws UnusableCertificate {
        List<Pair> there = new ArrayList<>();
        synchronized (files) {
            for (Pair pair : List.of(pair("ec"), pair("rsa"))) {
                if (pair.standing().filter(this::holds).isPresent()) {
                    there.add(pair);
                }
            }
        }
        return there;
    }

    private boolean holds(KeyAndChain one) {
        return one.certificate().getNotAfter().toInstant().isAfter(clock.instant());
    }

    /** Gets what is missing, or holds not much longer; one that fails does not keep the other. Blocks, for minutes perhaps. */
    void renew() throws UnusableCertificate {
        try {
            renew(pair("ec"), Signing::ecKey);
        } finally {
            renew(pair("rsa"), Signing::rsaKey);
        }
    }

    private void renew(Pair pair, Supplier<KeyPair> maker) throws UnusableCertificate {
        if (pair.standing().filter(one -> !isDue(one)).isPresent()) {
            return;
        }
        try {
            KeyPair key = maker.get();
            List<X509Certificate> chain = order(account(), key);
            synchronized (files) {
                PemFiles.write(pair.key(), PemFiles.pem(key.getPrivate()));
                PemFiles.write(pair.certificate(), PemFiles.pem(chain.toArray()));
            }
            LOG.log(Level.INFO, "TLS: {0} has signed a certificate for {1}", settings.acmeDirectory(), names);
        } catch (AcmeException e) {
            throw new UnusableCertificate(
                    "No certificate comes from " + settings.acmeDirectory() + " for " + names + ": "
                            + e.getMessage() + ". It must reach http://"
                            + names.iterator().next()
                            + "/.well-known/acme-challenge/ at port 80, which has to lead to this server's plain port");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Account account() throws AcmeException, UnusableCertificate {
        Path file = folder.resolve("acme-account.key");
        if (!Files.exists(file)) {
            PemFiles.write(file, PemFiles.pem(Signing.rsaKey().getPrivate()));
        }
        KeyPair key = Signing.rsaPair(PemFiles.key(file));
        AccountBuilder account = new AccountBuilder().agreeToTermsOfService().useKeyPair(key);
        if (!settings.acmeEmail().isEmpty()) {
            account.addEmail(settings.acmeEmail());
        }
        return account.create(new Session(URI.create(settings.acmeDirectory())));
    }

    private List<X509Certificate> order(Account account, KeyPair key) throws AcmeException, InterruptedException {
        Order order = account.newOrder().domains(names).create();
        for (Authorization authorization : order.getAuthorizations()) {
            prove(authorization);
        }
        order.waitUntilReady(PATIENCE);
        order.execute(key);
        if (order.waitForCompletion(PATIENCE) != Status.VALID) {
            throw new AcmeException("the order ended as " + order.getStatus()
                    + order.getError().map(problem -> " (" + problem + ")").orElse(""));
        }
        return order.getCertificate().getCertificateChain();
    }

    private void prove(Authorization authorization) throws AcmeException, InterruptedException {
        if (authorization.getStatus() == Status.VALID) {
            return;
        }
        Http01Challenge challenge = authorization
                .findChallenge(Http01Challenge.class)
                .orElseThrow(() -> new AcmeException("it offers no http-01"));
        challenges.expect(challenge.getToken(), challenge.getAuthorization());
        try {
            challenge.trigger();
            if (authorization.waitForCompletion(PATIENCE) != Status.VALID) {
                throw new AcmeException("it could not be proven that " + authorization.getIdentifier() + " is ours"
                        + challenge
                                .getError()
                                .map(problem -> " (" + problem + ")")
                                .orElse(""));
            }
        } finally {
            challenges.forget(challenge.getToken());
        }
    }

    private Pair pair(String kind) {
        return new Pair(folder.resolve("acme-" + kind + ".pem"), folder.resolve("acme-" + kind + ".key"));
    }

    private boolean isDue(KeyAndChain standing) {
        X509Certificate certificate = standing.certificate();
        Instant end = certificate.getNotAfter().toInstant();
        Duration left =
                Duration.between(certificate.getNotBefore().toInstant(), end).dividedBy(SHARE_LEFT);
        boolean soon = clock.instant().isAfter(end.minus(left.compareTo(LONGEST_LEFT) < 0 ? left : LONGEST_LEFT));
        return soon || !SelfMade.namesOf(certificate).containsAll(names);
    }
}
