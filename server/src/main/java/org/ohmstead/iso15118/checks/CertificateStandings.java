package org.ohmstead.iso15118.checks;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Scope;
import org.ohmstead.iso15118.Iso15118Settings;
import org.ohmstead.iso15118.fetch.NotAnswered;
import org.ohmstead.iso15118.revocation.CertificateId;
import org.ohmstead.iso15118.revocation.OcspAnswer;
import org.ohmstead.iso15118.revocation.Responders;
import org.ohmstead.iso15118.revocation.RevocationLists;
import org.ohmstead.iso15118.revocation.Signers;
import org.ohmstead.iso15118.roots.ContractRoot;
import org.ohmstead.iso15118.roots.ContractRoots;
import org.ohmstead.stations.StationRef;

/** Asks responders and looks into lists, and believes them only what the certificate's issuer has signed for. */
@Singleton
public final class CertificateStandings {
    private static final String UNREADABLE = "the hash data of the certificate cannot be read";
    private static final String NOT_KNOWN =
            " is not known here, so nobody can tell who may speak of it. Add its certificate to the contract roots";

    private final Responders responders;
    private final RevocationLists lists;
    private final ContractRoots roots;
    private final SqlLeniencyStore leniency;
    private final Iso15118Settings settings;
    private final Clock clock;

    @Inject
    public CertificateStandings(
            Responders responders,
            RevocationLists lists,
            ContractRoots roots,
            SqlLeniencyStore leniency,
            Iso15118Settings settings,
            Clock clock) {
        this.responders = responders;
        this.lists = lists;
        this.roots = roots;
        this.leniency = leniency;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A certificate to look up.
     *
     * @param id     null: what the station sent is none
     * @param isList whether the URLs lead to a list, or to a responder
     * @param urls   the first that tells counts
     */
    public record Lookup(@Nullable CertificateId id, boolean isList, List<String> urls) {}

    /** M07: each at the same time. @return in the order of the question */
    public List<CertificateStanding> look(StationRef asker, List<Lookup> lookups) {
        Scope scope = asker.scope();
        List<X509Certificate> known =
                roots.all(scope).stream().map(ContractRoot::certificate).toList();
        boolean anyIssuer = leniency.of(scope).unknownRoot();
        return atOnce(lookups, lookup -> look(asker, lookup, known, anyIssuer));
    }

    private CertificateStanding look(
            StationRef asker, Lookup lookup, Collection<X509Certificate> known, boolean anyIssuer) {
        long end = System.nanoTime() + settings.patience().toNanos();
        CertificateStanding last = CertificateStanding.silent("nobody is named who could be asked", null);
        for (String url : lookup.urls()) {
            Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            last = lookup.isList()
                    ? listed(asker, lookup.id(), url, known, left)
                    : asked(asker, new NamedCertificate(lookup.id(), url), known, anyIssuer, left);
            if (last.standing() != null) {
                return last;
            }
        }
        return last;
    }

    private CertificateStanding listed(
            StationRef asker,
            @Nullable CertificateId id,
            String url,
            Collection<X509Certificate> known,
            Duration patience) {
        String host = NamedCertificate.hostOf(url);
        Optional<X509Certificate> issuer = id == null ? Optional.empty() : id.issuerAmong(known);
        if (id == null || issuer.isEmpty()) {
            return CertificateStanding.silent(
                    id == null ? UNREADABLE : "the issuer of " + id.serialText() + NOT_KNOWN, host);
        }
        try {
            RevocationLists.Entry entry = lists.look(asker, id, issuer.get(), url, patience);
            return new CertificateStanding(entry.standing(), entry.nextUpdate(), null, host);
        } catch (NotAnswered e) {
            return CertificateStanding.silent(e.why(), host);
        }
    }

    /** Asks a responder. @param anyIssuer what is not known to be signed counts, too */
    CertificateStanding asked(
            StationRef asker, NamedCertificate named, Collection<X509Certificate> known, boolean anyIssuer) {
        return asked(asker, named, known, anyIssuer, settings.patience());
    }

    private CertificateStanding asked(
            StationRef asker,
            NamedCertificate named,
            Collection<X509Certificate> known,
            boolean anyIssuer,
            Duration patience) {
        CertificateId id = named.id();
        String url = named.url();
        if (id == null || url == null) {
            return CertificateStanding.silent(
                    id == null ? UNREADABLE : "no responder is named for " + id.serialText(), named.host());
        }
        try {
            OcspAnswer answer = responders.ask(asker, id, url, patience);
            Optional<X509Certificate> issuer = Signers.issuer(id, known, answer, clock.instant());
            if (issuer.isEmpty() && !anyIssuer) {
                return CertificateStanding.silent("the issuer of " + id.serialText() + NOT_KNOWN, named.host());
            }
            if (issuer.isPresent() && !Signers.isSigned(answer, issuer.get(), clock.instant())) {
                return CertificateStanding.silent(
                        "what the responder says of " + id.serialText() + " is signed by nobody who may", named.host());
            }
            return new CertificateStanding(answer.standing(), answer.nextUpdate(), null, named.host());
        } catch (NotAnswered e) {
            return CertificateStanding.silent(e.why() + " (about " + id.serialText() + ")", named.host());
        }
    }

    /** In the order of the questions. */
    static <Q, A> List<A> atOnce(List<Q> questions, Function<Q, A> answer) {
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<A>> futures = questions.stream()
                    .map(question -> each.submit(() -> answer.apply(question)))
                    .toList();
            List<A> answers = new ArrayList<>();
            for (Future<A> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
