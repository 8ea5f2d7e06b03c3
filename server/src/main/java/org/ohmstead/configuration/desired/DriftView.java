package org.ohmstead.configuration.desired;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.devicemodel.ShownWrite;

/** A value that a station is to be set to and how it is, as the API shows it. */
@Schema(name = "ConfigurationDrift")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DriftView(
        DesiredView wanted,

        @Schema(description = "What it is set to, as far as is known; absent: not known") @Nullable
        String found,

        @Schema(
                implementation = Drift.State.class,
                description =
                        "inLine: as it is to be; differs; rebootPending: the station has taken it, and does so from its"
                                + " next boot on; unknown: it has not told, or does not have it")
        String state,

        @Schema(description = "What the station said when it was last to set it; absent: it never was") @Nullable
        ShownWrite lastWrite) {

    static DriftView of(Drift drift) {
        return new DriftView(
                DesiredView.of(drift.wanted()),
                drift.found(),
                drift.state().word(),
                drift.write() == null ? null : ShownWrite.of(drift.write()));
    }

    /** All of a station. */
    @Schema(name = "ConfigurationDrifts")
    public record Several(
            @Schema(description = "How many differ, or are not known")
            int open,

            @Schema(
                    description =
                            "All that it is to be set to, by itself or by its groups, in the order of the addresses")
            List<DriftView> settings) {
        static Several of(List<Drift> all) {
            return new Several(
                    (int) all.stream().filter(Drift::isToBeSet).count(),
                    all.stream().map(DriftView::of).toList());
        }
    }
}
