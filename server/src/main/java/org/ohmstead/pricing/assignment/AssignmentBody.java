package org.ohmstead.pricing.assignment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;

/** An assignment as REST takes it. */
@Schema(
        name = "TariffAssignmentBody",
        description = "For whom and where a tariff is. What is absent does not matter: nothing but a tariff is for"
                + " everybody everywhere")
public record AssignmentBody(
        @Schema(description = "Number of the tariff", required = true) @Nullable
        Long tariff,

        @Schema(description = "Number of a group of stations; this or station") @Nullable
        Long stationGroup,

        @Schema(description = "Identity of a station; this or stationGroup", examples = "CP-7") @Nullable
        String station,

        @Schema(description = "Of the station, from 1", minimum = "1") @Nullable
        Integer evse,

        @Schema(
                description =
                        "In the word of OCPP, in any case. Stations of 1.6 tell no types, so that it holds at none of"
                                + " theirs",
                examples = "cCCS2",
                minLength = 1,
                maxLength = 50)
        @Nullable
        String connectorType,

        @Schema(
                description = "Tokens with this parent (1.6) or group (2.x), in any case; this or token",
                minLength = 1,
                maxLength = 255)
        @Nullable
        String tokenGroup,

        @Schema(
                description = "However it is written; this or tokenGroup",
                examples = "04A2B3C4D5E680",
                minLength = 1,
                maxLength = 255)
        @Nullable
        String token) {
    private static final int LONGEST_TYPE = 50;
    private static final int LONGEST_TOKEN = 255;

    /** @throws Refused invalid naming the field */
    long checked() {
        if (tariff == null) {
            throw Refused.invalid(
                    "tariff", "tariff is missing; it is the number of the tariff that is to be assigned.");
        }
        if (stationGroup != null && station != null) {
            throw Refused.invalid("station", "Both stationGroup and station are there; send one of them.");
        }
        if (tokenGroup != null && token != null) {
            throw Refused.invalid("token", "Both tokenGroup and token are there; send one of them.");
        }
        if (evse != null && (station == null || evse < 1)) {
            throw Refused.invalid(
                    "evse",
                    station == null
                            ? "evse is " + evse + ", and station is missing; an EVSE is one of a station."
                            : "evse is " + evse + "; allowed are 1 and more.");
        }
        text("connectorType", connectorType, LONGEST_TYPE);
        text("tokenGroup", tokenGroup, LONGEST_TOKEN);
        text("token", token, LONGEST_TOKEN);
        return tariff;
    }

    private static void text(String field, @Nullable String text, int longest) {
        if (text == null) {
            return;
        }
        if (text.isBlank() || text.length() > longest) {
            throw Refused.invalid(
                    field, field + " has " + text.length() + " characters; allowed are 1 to " + longest + ".");
        }
        if (text.codePoints().anyMatch(each -> each <= Character.MAX_VALUE && Character.isSurrogate((char) each))) {
            throw Refused.invalid(
                    field, field + " has half a character (an unpaired surrogate); allowed is any whole one.");
        }
    }
}
