package org.ohmstead.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that needs attention, as fields: whoever shows it has the words. */
@Schema(name = "AttentionItem")
public record AttentionItem(
        @Schema(implementation = AttentionKind.class) String kind,
        @Schema(implementation = Severity.class) String severity,

        @Schema(description = "Identity of the station; of station_unknown the one that it calls itself") @Nullable
        String station,

        @Schema(description = "0 is the station as a whole; null: it is about no EVSE") @Nullable
        Integer evse,

        @Nullable Integer connector,

        @Schema(description = "Since when it is so, as far as is known; of certificate_ending when it ends") @Nullable
        Instant since,

        @Schema(
                description =
                        "The id of what it is about, to be opened: of station_alert GET /api/v1/station-alerts/{id}, of"
                                + " session_stale and session_suspect GET /api/v1/sessions/{id}, of firmware_failed"
                                + " GET /api/v1/firmware-updates/{id}, of certificate_ending"
                                + " GET /api/v1/certificates/{id}; null: the station itself")
        @Nullable
        Long id,

        Facts facts) {

    /** What is known of it; what does not belong to its kind is absent. */
    @Schema(name = "AttentionFacts", description = "What is known of it; what does not belong to its kind is absent")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Facts(
            @Schema(description = "connector_faulted: the station's word, such as GroundFailure") @Nullable
            String errorCode,

            @Schema(description = "connector_faulted: the vendor's own code") @Nullable
            String vendorErrorCode,

            @Schema(
                    description =
                            "connector_faulted, firmware_failed, certificate_ending: what the station or the server says beside it")
            @Nullable
            String info,

            @Schema(description = "station_alert: 0 (danger to life) to 9, as the station told") @Nullable
            Integer alertSeverity,

            @Schema(description = "station_alert: component and variable", examples = "EVSE#1/Power") @Nullable
            String place,

            @Schema(description = "session_suspect: what is odd about it") @Nullable
            List<String> suspicions,

            @Schema(description = "firmware_failed: the station's last word, such as InstallationFailed") @Nullable
            String status,

            @Schema(description = "station_unknown: one of the addresses from which it came") @Nullable
            String remoteAddress,

            @Schema(description = "station_unknown: how often within the last 24 hours") @Nullable
            Long occurred,

            @Schema(description = "station_trouble: what it is, such as flapping; see GET /api/v1/station-troubles")
            @Nullable
            String trouble,

            @Schema(description = "station_trouble: how many, or how many seconds") @Nullable
            Long amount,

            @Schema(description = "station_trouble: such as the type of security events") @Nullable
            String subject) {
        static final Facts NONE = new Facts(null, null, null, null, null, null, null, null, null, null, null, null);

        static Facts fault(@Nullable String code, @Nullable String vendorCode, @Nullable String info) {
            return new Facts(code, vendorCode, info, null, null, null, null, null, null, null, null, null);
        }

        static Facts alert(@Nullable Integer severity, String place) {
            return new Facts(null, null, null, severity, place, null, null, null, null, null, null, null);
        }

        static Facts suspect(List<String> suspicions) {
            return new Facts(null, null, null, null, null, suspicions, null, null, null, null, null, null);
        }

        static Facts firmware(@Nullable String status, @Nullable String reason) {
            return new Facts(null, null, reason, null, null, null, status, null, null, null, null, null);
        }

        static Facts knock(String address, long occurred) {
            return new Facts(null, null, null, null, null, null, null, address, occurred, null, null, null);
        }

        static Facts trouble(String word, long amount, @Nullable String subject) {
            return new Facts(null, null, null, null, null, null, null, null, null, word, amount, subject);
        }
    }

    /** About a station as a whole. */
    static AttentionItem of(
            AttentionKind kind, Severity severity, @Nullable String station, @Nullable Instant since, Facts facts) {
        return new AttentionItem(kind.word(), severity.word(), station, null, null, since, null, facts);
    }

    /** About something that has an id. */
    AttentionItem with(@Nullable Integer atEvse, @Nullable Integer atConnector, @Nullable Long itsId) {
        return new AttentionItem(kind, severity, station, atEvse, atConnector, since, itsId, facts);
    }
}
