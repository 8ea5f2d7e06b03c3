package org.ohmstead.authority;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.authority.pki.KeyKind;
import org.ohmstead.authority.pki.PrivateKeys;
import org.ohmstead.authority.pki.Signer;
import org.ohmstead.certificates.Pem;

/** An authority to be made. */
@Schema(name = "AuthorityBody")
public record AuthorityBody(
        @Schema(
                description = "Up to 64 characters, unique within the organisation",
                examples = "Stations",
                required = true)
        @Nullable
        String name,

        @Schema(
                description =
                        "own: signs here, with a key that is made, or imported by certificate and privateKey; est: asked"
                                + " over the network; trusted: signs elsewhere, and is believed",
                examples = "own",
                required = true)
        @Nullable
        String kind,

        @Schema(description = "station or v2g. Default: station", examples = "station") @Nullable
        String purpose,

        @Schema(
                description =
                        "Whether it signs what stations ask for from now on, instead of the one before. Default: true, of a trusted one false")
        @Nullable
        Boolean issuing,

        @Schema(description = "The O that a request has to name (CpoName). Absent: any, or none") @Nullable
        String organisation,

        @Schema(description = "How many days its certificates hold, from 1 to 3650. Default: 365") @Nullable
        Integer lifetimeDays,

        @Schema(
                description =
                        "own: the key to be made: ec_p256, ec_p384, rsa_2048, rsa_3072, rsa_4096. Default: ec_p256")
        @Nullable
        String key,

        @Schema(
                description =
                        "own: the certificate of the imported key, then those above it; trusted: those that are believed; as PEM")
        @Nullable
        String certificate,

        @Schema(
                description =
                        "own: the key to be imported, as PEM without a passphrase; kept encrypted, and never shown")
        @Nullable
        String privateKey,

        @Nullable EstBody est) {
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_LIFETIME = 3650;

    Authority.Kind kindOf() {
        return word("kind", Authority.Kind.class, kind, null);
    }

    Authority.Purpose purposeOf() {
        return word("purpose", Authority.Purpose.class, purpose, Authority.Purpose.STATION);
    }

    /** @throws Refused invalid naming the field */
    Authority.Terms terms() {
        boolean signs = issuing == null ? kindOf() != Authority.Kind.TRUSTED : issuing;
        if (signs && kindOf() == Authority.Kind.TRUSTED) {
            throw Refused.invalid("issuing", "issuing is true; a trusted authority signs elsewhere. Leave it out.");
        }
        return new Authority.Terms(name(name), signs, organisation(organisation), days(lifetimeDays));
    }

    static String name(@Nullable String name) {
        if (name == null || name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw Refused.invalid(
                    "name",
                    "name is " + (name == null ? "missing" : "'" + name + "'") + "; allowed are 1 to " + LONGEST_NAME
                            + " characters.");
        }
        return writable("name", name.strip());
    }

    /** A certificate holds whole characters only. */
    private static String writable(String field, String text) {
        if (text.codePoints().anyMatch(each -> each <= Character.MAX_VALUE && Character.isSurrogate((char) each))) {
            throw Refused.invalid(
                    field, field + " has half a character (an unpaired surrogate); allowed is any whole one.");
        }
        return text;
    }

    static @Nullable String organisation(@Nullable String organisation) {
        if (organisation == null || organisation.isBlank()) {
            return null;
        }
        if (organisation.strip().length() > LONGEST_NAME) {
            throw Refused.invalid(
                    "organisation",
                    "organisation has " + organisation.strip().length() + " characters; a certificate takes "
                            + LONGEST_NAME + ".");
        }
        return writable("organisation", organisation.strip());
    }

    static int days(@Nullable Integer days) {
        if (days != null && (days < 1 || days > LONGEST_LIFETIME)) {
            throw Refused.invalid(
                    "lifetimeDays", "lifetimeDays is " + days + "; allowed are 1 to " + LONGEST_LIFETIME + ".");
        }
        return days == null ? Authorities.USUAL_LIFETIME_DAYS : days;
    }

    KeyKind keyOf() {
        return key == null
                ? KeyKind.EC_P256
                : KeyKind.of(key)
                        .orElseThrow(() -> Refused.invalid(
                                "key",
                                "key is '" + key
                                        + "'; allowed are ec_p256, ec_p384, rsa_2048, rsa_3072 and rsa_4096."));
    }

    /** Whether a key is given, and none has to be made. */
    boolean isImport() {
        return privateKey != null || certificate != null;
    }

    /** @throws Refused invalid: it is no authority's certificate, or the key is another's */
    Signer imported() {
        if (privateKey == null) {
            throw Refused.invalid("privateKey", "privateKey is missing, and certificate is given. Give both or none.");
        }
        List<X509Certificate> chain = Pem.read("certificate", certificate);
        PrivateKey secret = PrivateKeys.read("privateKey", privateKey);
        checkAuthority(chain.getFirst());
        if (!PrivateKeys.isOf(secret, chain.getFirst().getPublicKey())) {
            throw Refused.invalid("privateKey", "privateKey is not the key of the first certificate in certificate.");
        }
        for (int i = 1; i < chain.size(); i++) {
            if (!chain.get(i - 1).getIssuerX500Principal().equals(chain.get(i).getSubjectX500Principal())) {
                throw Refused.invalid(
                        "certificate",
                        "Certificate " + (i + 1)
                                + " in certificate has not signed the one before it. The authority's own"
                                + " comes first, then each that has signed the one before.");
            }
        }
        return new Signer(chain, secret);
    }

    static void checkAuthority(X509Certificate one) {
        boolean[] usage = one.getKeyUsage();
        if (one.getBasicConstraints() < 0 || (usage != null && !usage[5])) {
            throw Refused.invalid(
                    "certificate",
                    "The certificate of " + one.getSubjectX500Principal()
                            + " is none of an authority: it must not sign others (basicConstraints CA, keyCertSign).");
        }
    }

    private static <E extends Enum<E>> E word(String field, Class<E> type, @Nullable String text, @Nullable E usual) {
        if (text == null && usual != null) {
            return usual;
        }
        for (E each : type.getEnumConstants()) {
            if (text != null && each.name().equalsIgnoreCase(text.strip())) {
                return each;
            }
        }
        throw Refused.invalid(
                field,
                field + " is " + (text == null ? "missing" : "'" + text + "'") + "; allowed are "
                        + String.join(
                                ", ",
                                Arrays.stream(type.getEnumConstants())
                                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                                        .toList())
                        + ".");
    }

    @Override
    public String toString() {
        return "AuthorityBody " + name;
    }
}
