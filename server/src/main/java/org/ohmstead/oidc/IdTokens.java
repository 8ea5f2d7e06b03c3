package org.ohmstead.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.Key;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.oidc.OidcFailure.Reason;

/**
 * Holds ID tokens against OpenID Connect Core 1.0, 3.1.3.7: signed by the provider, for us, for this sign-in, now. Which algorithms
 * count we say, and not the token: only such whose signer has a private key.
 */
@Singleton
class IdTokens {
    private static final Set<JWSAlgorithm> ALLOWED = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final int LONGEST = 64 * 1024;
    private static final int LONGEST_SUBJECT = 255; // in OpenID Connect Core, 2
    private static final int SMALLEST_RSA_BITS = 2048;
    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final Duration OLDEST = Duration.ofMinutes(10);

    private final Provider provider;
    private final OidcClientSettings settings;
    private final Clock clock;

    @Inject
    IdTokens(Provider provider, OidcClientSettings settings, Clock clock) {
        this.provider = provider;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What a token says, if it counts. Blocks when keys are asked for.
     *
     * @param nonce that the sign-in was begun with
     * @throws OidcFailure it does not count
     */
    JWTClaimsSet claims(String token, String nonce) {
        if (token.length() > LONGEST) {
            throw unproven("has " + token.length() + " characters");
        }
        try {
            SignedJWT signed = SignedJWT.parse(token); // neither alg none nor an encrypted one
            if (!ALLOWED.contains(signed.getHeader().getAlgorithm())) {
                throw unproven("is signed with " + signed.getHeader().getAlgorithm() + "; allowed are RS, PS and ES");
            }
            if (!isSigned(signed)) {
                throw unproven("is signed by no key of the provider");
            }
            JWTClaimsSet claims = signed.getJWTClaimsSet();
            checkParties(claims);
            checkTimes(claims);
            if (!nonce.equals(claims.getStringClaim("nonce"))) {
                throw unproven("was made for another sign-in (nonce)");
            }
            return claims;
        } catch (ParseException e) {
            throw unproven("is no signed JWT: " + e.getMessage());
        }
    }

    private boolean isSigned(SignedJWT token) {
        for (JWK key : provider.keys(token.getHeader())) {
            try {
                Key material = material(key);
                if (material != null
                        && token.verify(
                                new DefaultJWSVerifierFactory().createJWSVerifier(token.getHeader(), material))) {
                    return true;
                }
            } catch (JOSEException e) {
                throw unproven("cannot be verified: " + e.getMessage());
            }
        }
        return false;
    }

    /** Null: a kind that no allowed algorithm takes, or too small to trust. */
    private static @Nullable Key material(JWK key) throws JOSEException {
        return switch (key) {
            case RSAKey rsa when rsa.size() >= SMALLEST_RSA_BITS -> rsa.toRSAPublicKey();
            case ECKey ec -> ec.toECPublicKey();
            default -> null;
        };
    }

    private void checkParties(JWTClaimsSet claims) throws ParseException {
        String issuer = provider.metadata().issuer();
        if (!issuer.equals(claims.getIssuer())) {
            throw unproven("is of the issuer " + claims.getIssuer() + " instead of " + issuer);
        }
        List<String> audience = claims.getAudience();
        String party = claims.getStringClaim("azp");
        if (!audience.contains(settings.clientId())
                || audience.size() > 1 && party == null
                || party != null && !party.equals(settings.clientId())) {
            throw unproven("is for " + audience + " (azp " + party + ") instead of " + settings.clientId());
        }
        String subject = claims.getSubject();
        if (subject == null || subject.isBlank() || subject.length() > LONGEST_SUBJECT || subject.indexOf('\0') >= 0) {
            throw unproven("names nobody, or with more than " + LONGEST_SUBJECT + " characters (sub)");
        }
    }

    private void checkTimes(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Date expires = claims.getExpirationTime();
        Date issued = claims.getIssueTime();
        Date from = claims.getNotBeforeTime();
        if (expires == null || !expires.toInstant().plus(SKEW).isAfter(now)) {
            throw unproven("is over since " + expires + " (exp)");
        }
        if (issued == null
                || issued.toInstant().isAfter(now.plus(SKEW))
                || issued.toInstant().plus(OLDEST).isBefore(now)) {
            throw unproven("was issued at " + issued + " (iat); the clocks of both must be right");
        }
        if (from != null && from.toInstant().isAfter(now.plus(SKEW))) {
            throw unproven("counts from " + from + " (nbf)");
        }
    }

    private static OidcFailure unproven(String what) {
        return new OidcFailure(Reason.UNPROVEN, "The ID token " + what);
    }
}
