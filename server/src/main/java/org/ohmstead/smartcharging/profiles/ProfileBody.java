package org.ohmstead.smartcharging.profiles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;

/** A charging profile to be set. */
@Schema(name = "ChargingProfileBody")
public record ProfileBody(
        @Schema(
                description =
                        "Where it is to stand; 0: the station, or each EVSE of it. Connector n of OCPP 1.6 is EVSE n",
                required = true,
                examples = "1")
        @Nullable
        Integer evse,

        @Schema(
                required = true,
                description =
                        "ChargingProfile of OCPP 2.x, whatever the station speaks; its schema stands in the catalogue:"
                                + " /api/v1/catalogue/2.1/SetChargingProfile. Without an id it is given one",
                examples =
                        "{\"stackLevel\":0,\"chargingProfilePurpose\":\"TxDefaultProfile\",\"chargingProfileKind\":\"Relative\","
                                + "\"chargingSchedule\":[{\"id\":1,\"chargingRateUnit\":\"A\","
                                + "\"chargingSchedulePeriod\":[{\"startPeriod\":0,\"limit\":16}]}]}")
        @Nullable
        JsonNode profile,

        @Schema(
                description =
                        "What may be tried when the station refuses the profile: unit (the other one), wholeNumbers"
                                + " (limits without decimals), stackLevel (other ones), purpose (TxDefaultProfile in place"
                                + " of TxProfile), later (a TxProfile is postponed, and sent again when the state at its"
                                + " EVSE changes), stationMaximum (in place of either), sixAmperes (limits below 6 A a"
                                + " phase, such as 0, raised to that). Absent: all but the last two. An empty list:"
                                + " nothing",
                examples = "[\"unit\",\"stackLevel\"]")
        @Nullable
        List<String> fallback) {

    /** @throws Refused invalid */
    static ChargingProfiles.Wanted wanted(@Nullable ProfileBody body) {
        if (body == null || !(body.profile instanceof ObjectNode profile)) {
            throw Refused.invalid("profile", "profile is missing or no object; it is a ChargingProfile of OCPP 2.x.");
        }
        if (body.evse == null || body.evse < 0) {
            throw Refused.invalid(
                    "evse",
                    "evse is " + (body.evse == null ? "missing" : body.evse) + "; allowed is a whole number from 0.");
        }
        return new ChargingProfiles.Wanted(body.evse, profile.deepCopy(), Fallback.of(body.fallback));
    }
}
