package org.ohmstead.doctor.troubles;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.StationRef;

/**
 * Something that is or was wrong with a station for a while.
 *
 * @param amount  see {@link TroubleKind}
 * @param endedAt null: it lasts
 */
public record StationTrouble(
        long id,
        StationRef station,
        TroubleKind kind,
        long amount,
        @Nullable String subject,
        Instant beganAt,
        @Nullable Instant endedAt) {

    TroubleView view() {
        return new TroubleView(
                id,
                station.identity(),
                kind.word(),
                kind.severity().word(),
                sentence(kind, amount, subject),
                amount,
                subject,
                beganAt,
                endedAt);
    }

    static String sentence(TroubleKind kind, long amount, @Nullable String subject) {
        return switch (kind) {
            case FLAPPING -> "It connected " + amount + " times within ten minutes.";
            case SILENT -> "It is connected, and has said nothing for " + amount / 60 + " min.";
            case CLOCK_OFF -> "Its clock is " + Math.abs(amount) + " s " + (amount < 0 ? "behind." : "ahead.");
            case SECURITY_EVENTS -> "It reported the security event " + subject + " " + amount + " times.";
            case IDENTITY_SHARED ->
                "Its connections replaced each other " + amount + " times within an hour, from " + subject
                        + ": perhaps two devices use its identity.";
        };
    }
}
