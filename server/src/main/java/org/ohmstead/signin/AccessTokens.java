package org.ohmstead.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.OptionalLong;

/**
 * Short-lived tokens of programs: JWTs (RFC 7519) that name a sign-in session. The session is looked at with every request, so a
 * token ends with it; its own end only limits for how long a copy is worth anything.
 */
@Singleton
public class AccessTokens {
    private static final String KEY = "access-token";
    private static final String ISSUER = "ohmstead";
    private static final String AUDIENCE = "ohmstead-api";
    private static final String SESSION = "sid";
    private static final int LONGEST = 2_000;

    private final SqlSigningKeys keys;
    private final Clock clock;

    @Inject
    public AccessTokens(SqlSigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** A token for a session. Blocks the first time. */
    String make(SignInSession session) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(Long.toString(session.user()))
                .claim(SESSION, session.id())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(SignInSettings.ACCESS_TOKEN)))
                .build();
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(new MACSigner(keys.of(KEY)));
        } catch (JOSEException e) {
            throw new IllegalStateException("A token cannot be signed", e);
        }
        return token.serialize();
    }

    /**
     * The session that a token names; empty: it is none of ours, was changed, or is over. No algorithm counts but ours, whatever
     * the token says of itself.
     */
    public OptionalLong session(String text) {
        if (text.length() > LONGEST || text.chars().filter(one -> one == '.').count() != 2) {
            return OptionalLong.empty();
        }
        try {
            SignedJWT token = SignedJWT.parse(text);
            boolean signed = JWSAlgorithm.HS256.equals(token.getHeader().getAlgorithm())
                    && token.verify(new MACVerifier(keys.of(KEY)));
            return signed ? session(token.getJWTClaimsSet()) : OptionalLong.empty();
        } catch (ParseException | JOSEException none) {
            return OptionalLong.empty();
        }
    }

    private OptionalLong session(JWTClaimsSet claims) throws ParseException {
        Date expiry = claims.getExpirationTime();
        Long session = claims.getLongClaim(SESSION);
        boolean counts = ISSUER.equals(claims.getIssuer())
                && List.of(AUDIENCE).equals(claims.getAudience())
                && expiry != null
                && expiry.toInstant().isAfter(clock.instant());
        return counts && session != null ? OptionalLong.of(session) : OptionalLong.empty();
    }
}
