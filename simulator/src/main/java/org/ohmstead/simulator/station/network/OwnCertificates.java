package org.ohmstead.simulator.station.network;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/**
 * The station's own keys and certificates (A02): a new key for each request, the certificate that was signed for it, and the one
 * that counts meanwhile. For any thread.
 */
public final class OwnCertificates {
    private final Map<String, KeyPair> asked = new HashMap<>();
    private final Map<String, ClientTls.Identity> counts = new HashMap<>();

    /**
     * Makes a new key, and a request for it.
     *
     * @param use          what it is for, in any word
     * @param organisation O of the subject; empty: none
     * @return PKCS#10 as PEM
     */
    public synchronized String request(String use, String organisation, String commonName) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            X500NameBuilder subject = new X500NameBuilder(BCStyle.INSTANCE);
            if (!organisation.isEmpty()) {
                subject.addRDN(BCStyle.O, organisation);
            }
            subject.addRDN(BCStyle.CN, commonName);
            byte[] der = new JcaPKCS10CertificationRequestBuilder(subject.build(), pair.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
                    .getEncoded();
            asked.put(use, pair);
            return pem("CERTIFICATE REQUEST", der);
        } catch (GeneralSecurityException | OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * A certificate has come. Where the station has asked for one of this use, it has to be for the key that was made then, and counts
     * from now on; else there is nothing to hold it against, and it is taken if it can be read.
     */
    public synchronized boolean take(String use, String chain) {
        Optional<Certificate> own = first(chain);
        KeyPair pair = asked.get(use);
        if (own.isEmpty() || pair == null) {
            return own.isPresent();
        }
        if (!own.get().getPublicKey().equals(pair.getPublic())) {
            return false;
        }
        counts.put(
                use,
                new ClientTls.Identity(
                        Buffer.buffer(chain),
                        Buffer.buffer(pem("PRIVATE KEY", pair.getPrivate().getEncoded()))));
        return true;
    }

    /** The one of this use that counts; empty: none was ever signed. */
    public synchronized Optional<ClientTls.Identity> of(String use) {
        return Optional.ofNullable(counts.get(use));
    }

    private static Optional<Certificate> first(String chain) {
        try {
            Collection<? extends Certificate> all = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(chain.getBytes(StandardCharsets.UTF_8)));
            return all.stream().findFirst().map(one -> (Certificate) one);
        } catch (GeneralSecurityException broken) {
            return Optional.empty();
        }
    }

    private static String pem(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(der)
                + "\n-----END " + what + "-----\n";
    }
}
