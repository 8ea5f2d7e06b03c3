package org.ohmstead.configuration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.devicemodel.ShownAddress;

/** What became of a value that a station was to be set to, as the API shows it. */
@Schema(name = "ConfigurationSettingResult")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SettingResultView(
        @Schema(description = "All of its name in one", examples = "OCPPCommCtrlr.HeartbeatInterval")
        String name,

        ShownAddress address,

        @Schema(
                description = "The station's word: Accepted, RebootRequired, Rejected, NotSupported, UnknownComponent,"
                        + " UnknownVariable or NotSupportedAttributeType. Where it has none: how its command"
                        + " ended, such as timedOut or notConnected; waits: it has not ended, see the command;"
                        + " notSent: one before it was not answered; noResult: the answer does not tell of it",
                examples = "RebootRequired")
        String result,

        @Schema(
                description =
                        "Why, as the station says, or why it was not sent; which measurands of a list it does not take")
        @Nullable
        String reason,

        @Schema(description = "Number of the command; GET /api/v1/commands/{id} shows it") @Nullable
        Long command) {

    public static SettingResultView of(SettingResult result) {
        return new SettingResultView(
                result.address().shown(),
                ShownAddress.of(result.address()),
                result.result(),
                result.reason(),
                result.command());
    }

    /** Of several, in the order of the request. */
    @Schema(name = "ConfigurationSettingResults")
    public record Several(
            @Schema(description = "How many the station has taken, perhaps for its next boot")
            int taken,

            List<SettingResultView> results) {
        public static Several of(List<SettingResult> results) {
            return new Several(
                    (int) results.stream().filter(SettingResult::isTaken).count(),
                    results.stream().map(SettingResultView::of).toList());
        }
    }
}
