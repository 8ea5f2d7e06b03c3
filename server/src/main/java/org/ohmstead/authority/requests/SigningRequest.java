package org.ohmstead.authority.requests;

import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.certificates.SignedFor;
import org.ohmstead.stations.StationRef;

/**
 * What a station has asked to be signed.
 *
 * @param id       of the row; 0: not kept yet
 * @param asked    what it has asked for
 * @param subject  for whom; null: it cannot be read
 * @param progress how far it is
 */
record SigningRequest(
        long id, StationRef station, Asked asked, @Nullable String subject, Progress progress) {

    /**
     * What stands in its message.
     *
     * @param hash    of the request, by which a repetition is known
     * @param pem     as it came
     * @param request its requestId (2.1), as it came last; null: none
     */
    record Asked(
            SignedFor use,
            String hash,
            String pem,
            @Nullable Integer request,
            Instant at) {}

    /**
     * How far it is.
     *
     * @param reason   why it is refused, rejected or failed, or what it waits for; null: nothing to say
     * @param attempts how often its certificate left for the station
     */
    record Progress(State state, @Nullable String reason, int attempts, Instant changedAt) {}

    /** How far a request is. */
    @Schema(name = "SigningRequestState")
    enum State {
        /** It is to be signed. */
        ACCEPTED,
        /** It is signed, and the certificate is to be sent. */
        ISSUED,
        /** The certificate is on its way, or waits for the station. */
        SENT,
        /** The station has taken it. */
        INSTALLED,
        /** It was not accepted from the station. */
        REFUSED,
        /** The station did not take the certificate. */
        REJECTED,
        /** Nothing came of it. */
        FAILED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    SigningRequest at(Progress now) {
        return new SigningRequest(id, station, asked, subject, now);
    }

    /** Changes with each attempt, and with each time that the station asks. */
    String commandKey() {
        return "signing-" + id + "-" + asked.at().toEpochMilli() + "-" + progress.attempts();
    }
}
