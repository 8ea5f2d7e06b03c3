package org.ohmstead.doctor.troubles;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.overview.Severity;
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

    /** As the API shows it. */
    @Schema(name = "StationTrouble")
    public record View(
            long id,
            String station,
            @Schema(implementation = TroubleKind.class) String trouble,
            @Schema(implementation = Severity.class) String severity,

            @Schema(description = "In a sentence") String sentence,

            @Schema(
                    description =
                            "flapping: connections within ten minutes; silent: seconds; clock_off: seconds, negative for behind;"
                                    + " security_events and identity_shared: how often")
            long amount,

            @Schema(description = "security_events: their type; identity_shared: from where; else null") @Nullable
            String subject,

            Instant beganAt,

            @Schema(description = "null: it lasts") @Nullable
            Instant endedAt) {}

    View view() {
        return new View(
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
