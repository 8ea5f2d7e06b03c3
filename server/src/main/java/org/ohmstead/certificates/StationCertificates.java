package org.ohmstead.certificates;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.db.Scope;
import org.ohmstead.stations.StationRef;

/** The certificates of stations, as an operator handles them. What stations answer to it {@link CertificateCommands} keeps. */
@Singleton
public class StationCertificates {
    private final SqlCertificateStore store;
    private final Verbs verbs;
    private final Clock clock;

    @Inject
    public StationCertificates(SqlCertificateStore store, Verbs verbs, Clock clock) {
        this.store = store;
        this.verbs = verbs;
        this.clock = clock;
    }

    /** In the order in which they came here. */
    Page<StationCertificate> page(StationRef station, Limit limit, @Nullable Cursor after) {
        return Page.of(
                store.after(station, after == null ? 0 : after.id(), limit.rows() + 1),
                limit,
                one -> Cursor.at(one.id()));
    }

    /** Of all stations of a scope, in the order in which they came here. */
    Page<StationCertificate> page(
            Scope scope, @Nullable String use, @Nullable Instant until, Limit limit, @Nullable Cursor after) {
        return Page.of(
                store.after(scope, use, until, after == null ? 0 : after.id(), limit.rows() + 1),
                limit,
                one -> Cursor.at(one.id()));
    }

    Optional<Instant> listedAt(StationRef station) {
        return store.listedAt(station);
    }

    /** @throws Refused not found */
    StationCertificate get(StationRef station, long id) {
        return store.find(station, id)
                .orElseThrow(() -> Refused.notFound("Nobody knows of a certificate " + id + " in "
                        + station.identity() + ". GET /api/v1/stations/" + station.identity()
                        + "/certificates lists them; POST .../refresh asks the station."));
    }

    /**
     * Installs a root certificate.
     *
     * @throws Refused invalid for what is no certificate that may be installed; and as {@link Verbs#tell}
     */
    VerbResult install(Actor by, StationRef station, @Nullable String use, @Nullable String pem, SendOptions options) {
        CertificateUse known = root(use);
        return verbs.tell(by, station.identity(), CertificateVerbs.install(known, single(pem)), options);
    }

    /** @throws Refused invalid for a use that no root certificate has */
    static CertificateUse root(@Nullable String use) {
        return CertificateUse.of(use)
                .filter(one -> one != CertificateUse.V2G_CHAIN)
                .orElseThrow(() -> Refused.invalid(
                        "use",
                        "use is " + (use == null ? "missing" : "'" + use + "'") + "; allowed is one of "
                                + Arrays.stream(CertificateUse.values())
                                        .filter(one -> one != CertificateUse.V2G_CHAIN)
                                        .map(CertificateUse::word)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    /** One certificate that holds, as it is sent. @throws Refused invalid */
    String single(@Nullable String pem) {
        List<X509Certificate> certificates = Pem.read("certificate", pem);
        if (certificates.size() > 1) {
            throw Refused.invalid(
                    "certificate",
                    "certificate has " + certificates.size()
                            + " certificates; a station takes one at a time. Send each by itself.");
        }
        Pem.checkTime("certificate", certificates.getFirst(), clock.instant());
        return Pem.write(certificates);
    }

    /**
     * Deletes one that is known here.
     *
     * @throws Refused not found; in conflict where not all is known that the station wants to know it by; and as {@link Verbs#tell}
     */
    VerbResult delete(Actor by, StationRef station, long id, SendOptions options) {
        StationCertificate one = get(station, id);
        if (one.hashes().issuerKeyHash() == null) {
            throw Refused.conflict(
                    null,
                    "The station knows certificate " + id
                            + " by the key of its issuer, which is not known here. Ask the"
                            + " station for its list first: POST /api/v1/stations/" + station.identity()
                            + "/certificates/refresh.");
        }
        return delete(by, station, one.hashes(), options);
    }

    /** Deletes one by what the station knows it by, in the algorithm that the station has told it with (M04.FR.07). */
    VerbResult delete(Actor by, StationRef station, HashData hashes, SendOptions options) {
        return verbs.tell(by, station.identity(), CertificateVerbs.delete(hashes), options);
    }

    /** @throws Refused invalid naming the field that is missing or no such thing */
    static HashData checked(
            @Nullable String algorithm,
            @Nullable String issuerNameHash,
            @Nullable String issuerKeyHash,
            @Nullable String serialNumber) {
        String upper = algorithm == null ? "" : algorithm.strip().toUpperCase(Locale.ROOT);
        if (!upper.matches("SHA(256|384|512)")) {
            throw Refused.invalid(
                    "hashAlgorithm",
                    "hashAlgorithm is " + (algorithm == null ? "missing" : "'" + algorithm + "'")
                            + "; allowed are SHA256, SHA384 and SHA512.");
        }
        return new HashData(
                upper,
                hex("issuerNameHash", issuerNameHash, 128),
                hex("issuerKeyHash", issuerKeyHash, 128),
                hex("serialNumber", serialNumber, 40));
    }

    private static String hex(String field, @Nullable String text, int longest) {
        if (text == null || !text.strip().matches("[0-9A-Fa-f]{1," + longest + "}")) {
            throw Refused.invalid(
                    field,
                    field + " is " + (text == null ? "missing" : "'" + text + "'") + "; allowed are 1 to " + longest
                            + " hexadecimal digits, as the list shows it.");
        }
        return text.strip();
    }

    /**
     * Asks the station what it has. 1.6 is asked for each use by itself, as it has no other way.
     *
     * @return what it said to the last question
     */
    VerbResult refresh(Actor by, StationRef station, SendOptions options) {
        VerbResult first = verbs.tell(by, station.identity(), CertificateVerbs.list(null), options);
        boolean goesOn = !verbs.addressee(by, station.identity()).version().isV2() && first.status() != null;
        return goesOn
                ? verbs.tell(
                        by,
                        station.identity(),
                        CertificateVerbs.list(CertificateUse.MANUFACTURER_ROOT),
                        options.part(1))
                : first;
    }

    /**
     * Gives the station the certificate that was signed for it.
     *
     * @param chain PEM: its own first, then each that has signed the one before, without the root
     * @throws Refused invalid for what is no such chain; and as {@link Verbs#tell}
     */
    VerbResult signed(
            Actor by,
            StationRef station,
            @Nullable String chain,
            @Nullable String signedFor,
            @Nullable Integer request,
            SendOptions options) {
        SignedFor known = SignedFor.of(signedFor == null ? SignedFor.STATION.word() : signedFor)
                .orElseThrow(() -> Refused.invalid(
                        "signedFor", "signedFor is '" + signedFor + "'; allowed are station, v2g and v2g20."));
        List<X509Certificate> certificates = Pem.read("certificateChain", chain);
        checkOrder(certificates);
        certificates.forEach(one -> Pem.checkTime("certificateChain", one, clock.instant()));
        return verbs.tell(
                by, station.identity(), CertificateVerbs.signed(Pem.write(certificates), known, request), options);
    }

    /**
     * Gives the station the certificate that was signed for it here. The command waits for a station that is not there.
     *
     * @param chain its own first, then each that has signed the one before, without the root
     * @param key   with the same one it is sent once
     * @throws Refused as {@link Verbs#tell}
     */
    public void deliver(
            StationRef station, List<X509Certificate> chain, SignedFor use, @Nullable Integer request, String key) {
        verbs.tell(
                Actor.server(station.tenant(), "certificate-authority"),
                station.identity(),
                CertificateVerbs.signed(Pem.write(chain), use, request),
                new SendOptions("1ms", "30s", "30d", key));
    }

    private static void checkOrder(List<X509Certificate> chain) {
        for (int i = 1; i < chain.size(); i++) {
            X509Certificate signer = chain.get(i);
            if (HashData.isSelfSigned(signer)) {
                throw Refused.invalid(
                        "certificateChain",
                        "Certificate " + (i + 1) + " in certificateChain (" + signer.getSubjectX500Principal()
                                + ") is a root. The station has that already: leave it out.");
            }
            X509Certificate signed = chain.get(i - 1);
            if (!signed.getIssuerX500Principal().equals(signer.getSubjectX500Principal())) {
                throw Refused.invalid(
                        "certificateChain",
                        "Certificate " + i + " in certificateChain was issued by " + signed.getIssuerX500Principal()
                                + ", and the next one is that of " + signer.getSubjectX500Principal()
                                + ". The station's own comes first, then each that has signed the one before.");
            }
        }
    }
}
