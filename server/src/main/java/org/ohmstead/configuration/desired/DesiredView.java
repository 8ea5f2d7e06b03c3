package org.ohmstead.configuration.desired;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.devicemodel.ShownAddress;

/** A value that stations are to be set to, as the API shows it. */
@Schema(name = "DesiredSetting")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DesiredView(
        @Schema(description = "All of its name in one", examples = "OCPPCommCtrlr.HeartbeatInterval")
        String name,

        ShownAddress address,
        String value,

        @Schema(description = "Whether it is set again after a boot that lost it")
        boolean enforce,

        @Schema(description = "Who wants it", examples = "user:anna@example.org")
        String wantedBy,

        Instant wantedSince,

        @Schema(description = "Number of the group whose stations are to be set to it; absent: the station by itself")
        @Nullable
        Long group) {

    static DesiredView of(DesiredSetting setting) {
        return new DesiredView(
                setting.address().shown(),
                ShownAddress.of(setting.address()),
                setting.value(),
                setting.enforce(),
                setting.by(),
                setting.since(),
                setting.group());
    }

    /** All of a station or of a group. */
    @Schema(name = "DesiredConfiguration")
    public record Several(
            @Schema(description = "In the order of the addresses")
            List<DesiredView> settings) {
        static Several of(List<DesiredSetting> all) {
            return new Several(all.stream().map(DesiredView::of).toList());
        }
    }
}
