package org.ohmstead.iso15118.checks;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.jspecify.annotations.Nullable;
import org.ohmstead.authority.issued.IssuedCertificates;
import org.ohmstead.db.Scope;
import org.ohmstead.iso15118.checks.ContractFinding.Kind;
import org.ohmstead.iso15118.revocation.CertificateId;
import org.ohmstead.iso15118.revocation.Standing;
import org.ohmstead.iso15118.roots.Certificates;
import org.ohmstead.iso15118.roots.ContractRoot;
import org.ohmstead.iso15118.roots.ContractRoots;
import org.ohmstead.stations.StationRef;

/** Checks contract certificates that stations show together with an eMAID (C07). */
@Singleton
public final class ContractChecks {
    /** A leaf, two authorities below the root, the root, and some to spare. */
    private static final int LONGEST_CHAIN = 8;

    /** Of the schemas of both versions. */
    private static final int MOST_NAMED = 4;

    /** Domain components of the leaves of operators, provisioning services and manufacturers (ISO 15118-2 annex F). */
    private static final Set<String> MARKS_OF_OTHERS = Set.of("CPO", "CPS", "OEM");

    private final CertificateStandings standings;
    private final ContractRoots roots;
    private final SqlLeniencyStore leniency;
    private final IssuedCertificates issued;
    private final Clock clock;

    @Inject
    public ContractChecks(
            CertificateStandings standings,
            ContractRoots roots,
            SqlLeniencyStore leniency,
            IssuedCertificates issued,
            Clock clock) {
        this.standings = standings;
        this.roots = roots;
        this.leniency = leniency;
        this.issued = issued;
        this.clock = clock;
    }

    /**
     * What a station shows.
     *
     * @param station that shows it
     * @param emaid the token
     * @param chain PEM, the leaf first; null: the station has checked it itself (C07.FR.01)
     * @param named by their hashes, with responders
     */
    public record Shown(
            StationRef station, String emaid, @Nullable String chain, List<NamedCertificate> named) {}

    /** Waits for responders as long as the settings say. */
    public ContractFinding check(Shown shown) {
        if (shown.named().size() > MOST_NAMED) {
            return ContractFinding.of(
                    Kind.CHAIN_ERROR, "it names " + shown.named().size() + " certificates; allowed are " + MOST_NAMED);
        }
        Leniency lenient = leniency.of(shown.station().scope());
        List<ContractRoot> all = roots.all(shown.station().scope());
        List<X509Certificate> known =
                new ArrayList<>(all.stream().map(ContractRoot::certificate).toList());
        List<NamedCertificate> named = new ArrayList<>(shown.named());
        String pem = shown.chain();
        if (pem != null) {
            List<X509Certificate> sent;
            try {
                sent = Certificates.read(pem);
            } catch (CertificateException e) {
                return ContractFinding.of(Kind.CHAIN_ERROR, "a certificate of the chain cannot be read");
            }
            if (sent.isEmpty() || sent.size() > LONGEST_CHAIN) {
                return sent.isEmpty()
                        ? ContractFinding.of(Kind.NONE, "the chain has no certificate as PEM")
                        : ContractFinding.of(Kind.CHAIN_ERROR, "the chain has " + sent.size() + " certificates");
            }
            ChainCheck chain = ChainCheck.of(
                    sent,
                    all.stream()
                            .filter(root -> root.use().isOfContracts())
                            .map(ContractRoot::certificate)
                            .toList());
            ContractFinding found = isOfStation(shown.station().scope(), sent.getFirst())
                    ? ContractFinding.of(Kind.CHAIN_ERROR, "the certificate is one of a station, not of a contract")
                    : checkChain(shown.emaid(), sent.getFirst(), chain, lenient);
            if (!found.isValid()) {
                return found;
            }
            known.addAll(sent);
            addUnnamed(chain, named);
        }
        return checkRevocation(shown.station(), named, known, lenient);
    }

    /** Below a V2G root there are both: those that were issued from here, and those that say of themselves whose they are. */
    private boolean isOfStation(Scope scope, X509Certificate leaf) {
        X500Name subject = X500Name.getInstance(leaf.getSubjectX500Principal().getEncoded());
        return Stream.of(subject.getRDNs(BCStyle.DC))
                        .map(part -> IETFUtils.valueToString(part.getFirst().getValue()))
                        .anyMatch(MARKS_OF_OTHERS::contains)
                || !issued.ofLeaf(scope, leaf).isEmpty();
    }

    private ContractFinding checkChain(String emaid, X509Certificate leaf, ChainCheck chain, Leniency lenient) {
        String name = commonName(leaf);
        return isSame(emaid, name)
                ? chain.check(lenient, clock.instant())
                : ContractFinding.of(
                        Kind.CHAIN_ERROR, "the certificate is of the contract '" + name + "', not of this one");
    }

    private static String commonName(X509Certificate certificate) {
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        RDN[] names = subject.getRDNs(BCStyle.CN);
        return names.length == 0
                ? ""
                : IETFUtils.valueToString(names[0].getFirst().getValue());
    }

    /** An eMAID has 14 characters and perhaps a check digit, and hyphens or none (ISO 15118-2 Annex H). */
    private static boolean isSame(String emaid, String name) {
        String one = plain(emaid);
        String other = plain(name);
        return one.equals(other)
                || (one.length() == 15 && one.substring(0, 14).equals(other))
                || (other.length() == 15 && other.substring(0, 14).equals(one));
    }

    private static String plain(String emaid) {
        return emaid.replaceAll("[-*\\s]", "").toUpperCase(Locale.ROOT);
    }

    /** What of the chain the station has named no responder for: the certificate itself does (RFC 5280 §4.2.2.1). */
    private static void addUnnamed(ChainCheck chain, List<NamedCertificate> named) {
        for (int i = 0; i < chain.certificates().size(); i++) {
            X509Certificate certificate = chain.certificates().get(i);
            X509Certificate issuer =
                    i + 1 < chain.certificates().size() ? chain.certificates().get(i + 1) : chain.authority();
            boolean isNamed = named.stream()
                    .map(NamedCertificate::id)
                    .filter(Objects::nonNull)
                    .anyMatch(id -> issuer != null
                            && id.serial().equals(certificate.getSerialNumber())
                            && id.issuerAmong(List.of(issuer)).isPresent());
            if (issuer != null && !isNamed) {
                named.add(new NamedCertificate(CertificateId.of(certificate, issuer), responder(certificate)));
            }
        }
    }

    private static @Nullable String responder(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(Extension.authorityInfoAccess.getId());
        if (extension == null) {
            return null;
        }
        try {
            AuthorityInformationAccess access = AuthorityInformationAccess.getInstance(
                    ASN1OctetString.getInstance(extension).getOctets());
            return Stream.of(access.getAccessDescriptions())
                    .filter(one -> one.getAccessMethod().equals(AccessDescription.id_ad_ocsp))
                    .map(AccessDescription::getAccessLocation)
                    .filter(place -> place.getTagNo() == GeneralName.uniformResourceIdentifier)
                    .map(place -> place.getName().toString())
                    .findFirst()
                    .orElse(null);
        } catch (IllegalArgumentException
                | IllegalStateException
                | ClassCastException
                | IndexOutOfBoundsException
                | NullPointerException e) {
            return null; // BouncyCastle throws several for what is no such extension
        }
    }

    private ContractFinding checkRevocation(
            StationRef asker, List<NamedCertificate> named, List<X509Certificate> known, Leniency lenient) {
        List<ContractFinding> found = CertificateStandings.atOnce(
                named, one -> finding(standings.asked(asker, one, known, lenient.unknownRoot()), lenient));
        return Stream.of(Kind.REVOKED, Kind.CHAIN_ERROR, Kind.VALID)
                .flatMap(kind -> found.stream().filter(one -> one.kind() == kind))
                .findFirst()
                .orElseGet(() -> lenient.withoutOcsp()
                        ? ContractFinding.of(Kind.VALID, "no responder is named")
                        : ContractFinding.of(Kind.CHAIN_ERROR, "no responder is named"));
    }

    private static ContractFinding finding(CertificateStanding standing, Leniency lenient) {
        Standing said = standing.standing();
        if (said == null) {
            Kind kind = lenient.withoutOcsp() ? Kind.VALID : Kind.CHAIN_ERROR;
            return new ContractFinding(kind, standing.why(), standing.source());
        }
        return switch (said) {
            case GOOD -> new ContractFinding(Kind.VALID, null, standing.source());
            case REVOKED -> new ContractFinding(Kind.REVOKED, "the responder says so", standing.source());
            case UNKNOWN ->
                new ContractFinding(Kind.CHAIN_ERROR, "the responder does not know a certificate", standing.source());
        };
    }
}
