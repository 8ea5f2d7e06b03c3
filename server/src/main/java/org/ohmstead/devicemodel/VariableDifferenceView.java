package org.ohmstead.devicemodel;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A value that two sides do not have alike, as the API shows it. */
@Schema(name = "ConfigurationDifference")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VariableDifferenceView(
        @Schema(description = "All of its name in one", examples = "OCPPCommCtrlr.HeartbeatInterval")
        String name,

        ShownAddress address,

        @Schema(
                description =
                        "both: it has another value; onlyHere: only this station has it, or had it first; onlyThere:"
                                + " only the other one, or only later",
                enumeration = {"both", "onlyHere", "onlyThere"})
        String where,

        @Schema(description = "Of this station, or at first; absent: none") @Nullable
        String here,

        @Schema(description = "Of the other station, or later; absent: none") @Nullable
        String there) {

    static VariableDifferenceView of(VariableDifference difference) {
        String where = difference.there() ? difference.otherThere() ? "both" : "onlyHere" : "onlyThere";
        return new VariableDifferenceView(
                difference.address().shown(),
                ShownAddress.of(difference.address()),
                where,
                difference.first(),
                difference.second());
    }
}
