package org.ohmstead.firmware.campaigns;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.Wait;
import org.ohmstead.firmware.UpdateOrder;
import org.ohmstead.ocpp.codec.values.DurationText;

/** A campaign as somebody wants it. */
@Schema(name = "FirmwareCampaignOrder")
public record CampaignBody(
        @Schema(description = "For people", maxLength = 100, required = true, examples = "1.4.2 for the north")
        @Nullable
        String name,

        @Schema(description = "Identities, in the order of their turns; this or stationGroup") @Nullable
        List<String> stations,

        @Schema(description = "Number of a group of stations; this or stations") @Nullable
        Long stationGroup,

        @Schema(description = "What each station is told", required = true) @Nullable
        UpdateOrder firmware,

        @Schema(description = "Stations of the first wave; default: 1", minimum = "1", maximum = "1000") @Nullable
        Integer canary,

        @Schema(description = "Stations of each further wave; default: 50", minimum = "1", maximum = "10000") @Nullable
        Integer waveSize,

        @Schema(description = "Updates that are under way at a time; default: 20", minimum = "1", maximum = "1000")
        @Nullable
        Integer parallel,

        @Schema(
                description = "Percentage of failures at which it halts by itself, among those that have ended, and the"
                        + " canary's number at least; default: 20",
                minimum = "1",
                maximum = "100")
        @Nullable
        Integer haltAtPercent,

        @Schema(description = "Between two waves, up to 30d; default: 0s", examples = "1h") @Nullable
        String pause,

        @Schema(
                description = "How long an update waits for a station that is not connected, from 1s to 30d, until that"
                        + " station has failed; default: 7d",
                examples = "7d")
        @Nullable
        String offlineFor) {

    private static final int LONGEST_NAME = 100;
    private static final Duration LONGEST_PAUSE = Duration.ofDays(30);
    private static final CampaignBody NONE =
            new CampaignBody(null, null, null, null, null, null, null, null, null, null);

    static CampaignBody orNone(@Nullable CampaignBody body) {
        return body == null ? NONE : body;
    }

    /** @throws Refused invalid */
    String checkedName() {
        if (name == null
                || name.isBlank()
                || name.length() > LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            throw Refused.invalid(
                    "name",
                    "name is " + (name == null ? "missing" : "'" + name + "'") + "; allowed are 1 to " + LONGEST_NAME
                            + " characters.");
        }
        return name.strip();
    }

    /** @throws Refused invalid */
    CampaignPlan plan() {
        String waits = offlineFor == null ? "7d" : offlineFor;
        try {
            Wait.ttl(waits);
        } catch (Refused e) {
            throw Refused.invalid(
                    "offlineFor", "offlineFor is '" + waits + "'; allowed is a duration from 1s to 30d, such as 7d.");
        }
        return new CampaignPlan(
                number("canary", canary, 1, 1_000),
                number("waveSize", waveSize, 50, 10_000),
                number("parallel", parallel, 20, 1_000),
                number("haltAtPercent", haltAtPercent, 20, 100),
                seconds(),
                waits,
                0);
    }

    private long seconds() {
        if (pause == null) {
            return 0;
        }
        Optional<Duration> wanted = DurationText.parse(pause.strip());
        return wanted.filter(length -> !length.isNegative() && length.compareTo(LONGEST_PAUSE) <= 0)
                .orElseThrow(() -> Refused.invalid(
                        "pause", "pause is '" + pause + "'; allowed is a duration up to 30d, such as 1h."))
                .toSeconds();
    }

    private static int number(String field, @Nullable Integer value, int usual, int most) {
        if (value == null) {
            return usual;
        }
        if (value < 1 || value > most) {
            throw Refused.invalid(
                    field, field + " is " + value + "; allowed is a whole number from 1 to " + most + ".");
        }
        return value;
    }
}
