package org.ohmstead.devicemodel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A value of a station, as the API shows it. */
@Schema(name = "ConfigurationValue")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VariableView(
        @Schema(
                description = "All of its name in one, for people and for q",
                examples = "OCPPCommCtrlr.HeartbeatInterval")
        String name,

        ShownAddress address,

        @Schema(description = "Absent: it has none, is write-only and was not set from here, or is a secret") @Nullable
        String value,

        @Schema(description = "Whether it is a password or a key, whose value is never kept")
        boolean secret,

        @Schema(
                description = "ReadOnly, WriteOnly or ReadWrite; absent: the station has not said",
                examples = "ReadWrite")
        @Nullable
        String mutability,

        @Schema(description = "Type of the value, as the station says (2.x)", examples = "integer") @Nullable
        String type,

        @Schema(description = "Unit of the value", examples = "s") @Nullable
        String unit,

        @Schema(description = "Least value, a decimal") @Nullable
        String minLimit,

        @Schema(description = "Greatest value, a decimal; of texts and lists the greatest length") @Nullable
        String maxLimit,

        @Schema(description = "Values that are allowed, separated by commas", examples = "Cable,Fixed") @Nullable
        String allowed,

        @Schema(
                implementation = Known.class,
                description = "reported: in a report of the station; read: it was asked for; written: the station has"
                        + " accepted it and was not asked since")
        String known,

        @Schema(description = "When it was known last") Instant knownAt,

        @Schema(description = "Since when it has this value, as far as is known")
        Instant since,

        @Schema(description = "Whether the station has taken another value, which counts from its next boot")
        boolean rebootPending,

        @Schema(description = "What the station said when it was last to set it; absent: it never was") @Nullable
        ShownWrite lastWrite) {

    public static VariableView of(KnownVariable variable, @Nullable Instant lastBoot) {
        Traits traits = variable.traits();
        KnownVariable.LastWrite write = variable.write();
        return new VariableView(
                variable.address().shown(),
                ShownAddress.of(variable.address()),
                variable.value(),
                variable.secret(),
                traits.mutability(),
                traits.type(),
                traits.unit(),
                traits.minLimit(),
                traits.maxLimit(),
                traits.values(),
                variable.known().word(),
                variable.toldAt(),
                variable.changedAt(),
                write != null && write.isPendingSince(lastBoot),
                write == null ? null : ShownWrite.of(write));
    }
}
