package org.ohmstead.authority.est;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.jspecify.annotations.Nullable;
import org.ohmstead.authority.pki.CertificateRequest;
import org.ohmstead.certificates.SignedFor;
import org.ohmstead.stations.credentials.Chain;
import org.ohmstead.stations.credentials.ClientTrust;

/** Whether what an external authority has signed is what a station has asked for: it installs what it is sent. */
final class EstAnswer {
    /** How far the clock of an authority may be ahead of ours. */
    private static final Duration CLOCKS = Duration.ofMinutes(5);
    /** Its place among the bits of keyUsage. */
    private static final int SIGNS_CERTIFICATES = 5;

    private EstAnswer() {}

    /**
     * What is wrong with it, in words.
     *
     * @param own  of the key that was asked for
     * @param all  that came with it
     * @param told the authority's own (RFC 7030 §4.1.3), at which it has to end
     * @return null: nothing
     */
    static @Nullable String fault(
            X509Certificate own,
            List<X509Certificate> all,
            List<X509Certificate> told,
            CertificateRequest request,
            SignedFor use,
            Instant now) {
        return names(own, request)
                .or(() -> authority(own))
                .or(() -> ended(own, now))
                .or(() -> chain(own, all, told, use, now))
                .map(fault -> "The authority answered with a certificate " + fault)
                .orElse(null);
    }

    /** An authority may write more into the subject than was asked for, such as a country, but nobody else's name. */
    private static Optional<String> names(X509Certificate own, CertificateRequest request) {
        X500Name subject = subject(own);
        List<String> names = values(subject, BCStyle.CN);
        List<String> organisations = values(subject, BCStyle.O);
        return names.equals(request.commonNames()) && organisations.containsAll(request.organisations())
                ? Optional.empty()
                : Optional.of("of " + subject + "; asked for was " + request.subject() + ".");
    }

    private static X500Name subject(X509Certificate own) {
        return X500Name.getInstance(own.getSubjectX500Principal().getEncoded());
    }

    private static List<String> values(X500Name name, ASN1ObjectIdentifier type) {
        return Stream.of(name.getRDNs(type))
                .map(part -> IETFUtils.valueToString(part.getFirst().getValue()).strip())
                .toList();
    }

    private static Optional<String> authority(X509Certificate own) {
        boolean[] usage = own.getKeyUsage();
        return own.getBasicConstraints() >= 0 || usage != null && usage[SIGNS_CERTIFICATES]
                ? Optional.of("that may sign others itself (basicConstraints CA, keyUsage keyCertSign): a station's"
                        + " must not.")
                : Optional.empty();
    }

    private static Optional<String> ended(X509Certificate own, Instant now) {
        Instant from = own.getNotBefore().toInstant();
        Instant until = own.getNotAfter().toInstant();
        return now.plus(CLOCKS).isBefore(from) || !now.isBefore(until)
                ? Optional.of("that holds from " + from + " to " + until + ", and now it is " + now + ".")
                : Optional.empty();
    }

    private static Optional<String> chain(
            X509Certificate own, List<X509Certificate> all, List<X509Certificate> told, SignedFor use, Instant now) {
        Instant from = own.getNotBefore().toInstant();
        Instant then = now.isBefore(from) ? from : now;
        List<X509Certificate> shown =
                Stream.concat(Stream.of(own), all.stream()).toList();
        Optional<Chain> way = Chain.of(shown, told, then);
        if (way.isEmpty()) {
            return Optional.of("that was signed by " + own.getIssuerX500Principal()
                    + ", which is none of the certificates that it calls its own (/cacerts).");
        }
        ClientTrust.Answer answer =
                use == SignedFor.STATION ? way.get().at(then, false) : way.get().signed(then, false);
        return answer instanceof ClientTrust.Doubted doubted
                ? Optional.of("that does not hold: " + doubted.detail() + ".")
                : Optional.empty();
    }
}
