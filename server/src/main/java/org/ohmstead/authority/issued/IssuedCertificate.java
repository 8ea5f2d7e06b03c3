package org.ohmstead.authority.issued;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.certificates.Pem;
import org.ohmstead.certificates.SignedFor;

/**
 * A certificate that was issued to a station.
 *
 * @param id        of the row; 0: not kept yet
 * @param tenant    whose it is
 * @param station   its id; null: it was deleted
 * @param identity  of the station
 * @param authority that has signed it
 * @param request   of the station, by its number
 * @param content   what it is
 * @param life      what became of it
 */
public record IssuedCertificate(
        long id,
        long tenant,
        @Nullable Long station,
        String identity,
        long authority,
        long request,
        SignedFor use,
        Content content,
        Life life) {

    /**
     * What stands in it.
     *
     * @param serialNumber in hex, without leading zeros
     * @param chain        as PEM: its own first, then each that has signed the one before, without the root
     */
    public record Content(
            String serialNumber, String subject, String issuer, String chain, Instant from, Instant until) {
        public static Content of(List<X509Certificate> chain) {
            X509Certificate own = chain.getFirst();
            return new Content(
                    own.getSerialNumber().toString(16),
                    own.getSubjectX500Principal().getName(),
                    own.getIssuerX500Principal().getName(),
                    Pem.write(chain),
                    own.getNotBefore().toInstant(),
                    own.getNotAfter().toInstant());
        }

        /** Whether it is this very certificate, and not another one of its number. */
        public boolean isOf(X509Certificate leaf) {
            return Pem.first(chain).filter(leaf::equals).isPresent();
        }
    }

    /**
     * What became of it.
     *
     * @param answer       of the station: accepted or rejected; null: none yet
     * @param usedAt       when the station first connected with it; null: never
     * @param supersededAt when it first connected with a newer one; null: it has not
     * @param revocation   null: it is not revoked
     * @param renewal      null: the station was never asked for a newer one
     */
    public record Life(
            Instant issuedAt,
            @Nullable String answer,
            @Nullable Instant answeredAt,
            @Nullable Instant usedAt,
            @Nullable Instant supersededAt,
            @Nullable Revocation revocation,
            @Nullable Renewal renewal) {
        public static Life begin(Instant at) {
            return new Life(at, null, null, null, null, null, null);
        }
    }

    /** That it must not be believed any more. */
    public record Revocation(Instant at, String by, RevocationReason reason) {}

    /** @param failure what came of asking the station, if it was nothing; null: it has agreed */
    public record Renewal(Instant askedAt, @Nullable String failure) {}

    /** What a certificate is worth; the first that fits counts. */
    @Schema(name = "IssuedState")
    public enum State {
        /** Somebody has revoked it. */
        REVOKED,
        /** The station has connected with a newer one. */
        SUPERSEDED,
        /** The station did not take it. */
        REJECTED,
        /** Its time is over. */
        EXPIRED,
        /** It counts. */
        VALID;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isRevoked() {
        return life.revocation() != null;
    }

    /** Whether it is worth to be sent, to a station that asks for just this: also where the station would not have it before. */
    public boolean isToBeSent(Instant now) {
        return !isRevoked() && life.supersededAt() == null && now.isBefore(content.until());
    }

    public State state(Instant now) {
        if (isRevoked()) {
            return State.REVOKED;
        }
        if (life.supersededAt() != null) {
            return State.SUPERSEDED;
        }
        if (SqlIssuedStore.REJECTED.equals(life.answer())) {
            return State.REJECTED;
        }
        return now.isBefore(content.until()) ? State.VALID : State.EXPIRED;
    }
}
