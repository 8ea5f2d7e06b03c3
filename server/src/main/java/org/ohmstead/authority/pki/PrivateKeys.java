package org.ohmstead.authority.pki;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.ohmstead.api.Refused;

/** Private keys as text, and whose they are. */
public final class PrivateKeys {
    private PrivateKeys() {}

    /**
     * A key as PEM, of any of the usual forms.
     *
     * @throws Refused invalid: there is none, it has a passphrase, or it is too weak
     */
    public static PrivateKey read(String field, String text) {
        PrivateKey key = parsed(field, text);
        KeyKind.weakness(key).ifPresent(why -> {
            throw Refused.invalid(field, field + ": " + why);
        });
        return key;
    }

    private static PrivateKey parsed(String field, String text) {
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            Object next = parser.readObject();
            while (next != null) {
                switch (next) {
                    case PrivateKeyInfo info -> {
                        return new JcaPEMKeyConverter().getPrivateKey(info);
                    }
                    case PEMKeyPair pair -> {
                        return new JcaPEMKeyConverter().getKeyPair(pair).getPrivate();
                    }
                    default -> next = parser.readObject();
                }
            }
        } catch (IOException | RuntimeException broken) {
            throw unreadable(field);
        }
        throw unreadable(field);
    }

    private static Refused unreadable(String field) {
        return Refused.invalid(
                field,
                field + " has no private key as PEM that can be read. One with a passphrase is made one without by:"
                        + " openssl pkey -in FILE");
    }

    /** Whether it belongs to the public key. */
    public static boolean isOf(PrivateKey secret, PublicKey open) {
        try {
            byte[] probe = new byte[32];
            new SecureRandom().nextBytes(probe);
            String algorithm = secret instanceof ECKey ? "SHA256withECDSA" : "SHA256withRSA";
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(secret);
            signature.update(probe);
            byte[] signed = signature.sign();
            signature.initVerify(open);
            signature.update(probe);
            return signature.verify(signed);
        } catch (GeneralSecurityException other) {
            return false;
        }
    }

    /** Of its own encoding. @param algorithm EC or RSA */
    public static PrivateKey decoded(byte[] pkcs8, String algorithm) {
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
