package org.ohmstead.authority.pki;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * An authority's certificate with its key: what signs.
 *
 * @param chain its own first, then those above it; one at least
 */
public record Signer(List<X509Certificate> chain, PrivateKey key) {
    /** A certificate counts from before it was made, because the clocks of stations are late. */
    private static final Duration CLOCKS = Duration.ofHours(1);

    private static final int SERIAL_BITS = 127;
    private static final SecureRandom RANDOM = new SecureRandom();

    public Signer {
        chain = List.copyOf(chain);
    }

    /**
     * What is to be signed.
     *
     * @param usage  bits of {@link KeyUsage}
     * @param purposes of the key; none: any
     * @param links  where to learn whether it is revoked
     */
    public record Wish(
            X500Name subject, PublicKey key, int usage, List<KeyPurposeId> purposes, Links links, Instant until) {}

    /** URLs of an authority; empty: it is not known under which URL it is reached. */
    public record Links(String crl, String ocsp) {
        public static final Links NONE = new Links("", "");
    }

    /** A new authority that nobody stands above. */
    public static Signer root(String organisation, String name, KeyKind kind, Instant now, Duration lifetime) {
        var pair = kind.generate();
        X500Name subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, organisation)
                .addRDN(BCStyle.CN, name)
                .build();
        var builder = builder(subject, subject, pair.getPublic(), now, now.plus(lifetime));
        try {
            JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(
                            Extension.keyUsage,
                            true,
                            new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign | KeyUsage.digitalSignature))
                    .addExtension(
                            Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(pair.getPublic()));
            return new Signer(List.of(sign(builder, pair.getPrivate())), pair.getPrivate());
        } catch (GeneralSecurityException | CertIOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public X509Certificate certificate() {
        return chain.getFirst();
    }

    /** Signs a certificate that signs none itself; never for longer than the authority's own holds. */
    public X509Certificate issue(Wish wish, Instant now) {
        Instant end = certificate().getNotAfter().toInstant();
        Instant until = wish.until().isBefore(end) ? wish.until() : end;
        var builder = new JcaX509v3CertificateBuilder(
                certificate(), serial(), Date.from(now.minus(CLOCKS)), Date.from(until), wish.subject(), wish.key());
        try {
            JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(wish.usage()))
                    .addExtension(Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(wish.key()))
                    .addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            ids.createAuthorityKeyIdentifier(certificate().getPublicKey()));
            if (!wish.purposes().isEmpty()) {
                builder.addExtension(
                        Extension.extendedKeyUsage,
                        false,
                        new ExtendedKeyUsage(wish.purposes().toArray(KeyPurposeId[]::new)));
            }
            if (wish.purposes().contains(KeyPurposeId.id_kp_OCSPSigning)) {
                builder.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
            }
            addLinks(builder, wish.links());
            return sign(builder, key);
        } catch (GeneralSecurityException | CertIOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void addLinks(X509v3CertificateBuilder builder, Links links) throws CertIOException {
        if (!links.crl().isEmpty()) {
            GeneralName url = new GeneralName(GeneralName.uniformResourceIdentifier, links.crl());
            DistributionPoint point =
                    new DistributionPoint(new DistributionPointName(new GeneralNames(url)), null, null);
            builder.addExtension(
                    Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {point}));
        }
        if (!links.ocsp().isEmpty()) {
            GeneralName url = new GeneralName(GeneralName.uniformResourceIdentifier, links.ocsp());
            builder.addExtension(
                    Extension.authorityInfoAccess,
                    false,
                    new AuthorityInformationAccess(new AccessDescription(AccessDescription.id_ad_ocsp, url)));
        }
    }

    private static X509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, PublicKey key, Instant now, Instant until) {
        return new JcaX509v3CertificateBuilder(
                issuer, serial(), Date.from(now.minus(CLOCKS)), Date.from(until), subject, key);
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException {
        return new JcaX509CertificateConverter().getCertificate(builder.build(contentSigner(key)));
    }

    /** What signs anything by a key. */
    public static ContentSigner contentSigner(PrivateKey key) {
        try {
            return new JcaContentSignerBuilder(key instanceof ECKey ec ? ecdsa(ec) : "SHA256withRSA").build(key);
        } catch (OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String ecdsa(ECKey key) {
        return key.getParams().getOrder().bitLength() > 256 ? "SHA384withECDSA" : "SHA256withECDSA";
    }

    /** Never zero, and nobody can foresee it (RFC 5280 §4.1.2.2). */
    private static BigInteger serial() {
        return new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS - 1);
    }

    @Override
    public String toString() {
        return "Signer " + certificate().getSubjectX500Principal();
    }
}
