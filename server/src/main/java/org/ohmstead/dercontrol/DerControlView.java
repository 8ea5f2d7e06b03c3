package org.ohmstead.dercontrol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.verbs.VerbView;

/** A control as the API shows it. */
@Schema(name = "DerControl")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DerControlView(
        @Schema(description = "By which the station knows it; compared without case", examples = "volt-var-1")
        String controlId,

        @Schema(description = "As DERControl of OCPP 2.1 has it", examples = "VoltVar")
        String controlType,

        @Schema(description = "true: it holds whenever no scheduled one does; false: it has a time")
        boolean isDefault,

        @Schema(description = "The lower, the higher in rank")
        int priority,

        @Schema(description = "Absent: a default") @Nullable Instant startsAt,

        @Schema(description = "Absent: a default") @Nullable Instant endsAt,

        @Schema(description = "The field that belongs to its type, in OCPP's own words: as it was sent, or reported")
        JsonNode setting,

        @Schema(
                implementation = DerControl.State.class,
                description = "accepted: the station has it; superseded: it has it, and another one instead; rejected;"
                        + " cleared: it has it no more; over: its time is; unknown: no answer came, so POST"
                        + " .../refresh asks it")
        String state,

        @Schema(description = "controlId of the one that has displaced it, where that is known") @Nullable
        String supersededBy,

        @Schema(description = "Since when it runs, by the station's word (NotifyDERStartStop)") @Nullable
        Instant startedAt,

        @Schema(
                enumeration = {"SetDERControl", "ClearDERControl"},
                description = "The last command about it. Absent: the station told of it by itself")
        @Nullable
        String action,

        @Schema(implementation = CommandResult.How.class, description = "What became of that command") @Nullable
        String outcome,

        @Schema(description = "The station's word in its answer to that command", examples = "NotSupported") @Nullable
        String said,

        @Schema(description = "Who sent that command", examples = "user:anna@example.org") @Nullable
        String actor,

        Instant changedAt,

        @Schema(description = "When the station last listed it (ReportDERControl)") @Nullable
        Instant reportedAt) {
    static DerControlView of(DerControl control, Instant now) {
        DerControl.Facts facts = control.facts();
        DerControl.Told last = control.last();
        return new DerControlView(
                facts.id(),
                facts.type(),
                facts.isDefault(),
                facts.priority(),
                facts.startsAt(),
                facts.endsAt(),
                facts.setting(),
                control.stateAt(now).word(),
                control.supersededBy(),
                control.startedAt(),
                last == null ? null : last.action(),
                last == null ? null : last.outcome(),
                last == null ? null : last.said(),
                last == null ? null : last.actor(),
                control.changedAt(),
                control.reportedAt());
    }

    /** What came of a command about a control. */
    @Schema(name = "DerControlTold")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Told(
            @Schema(description = "What the station said") VerbView command,

            @Schema(description = "The control as it stands. Absent: nobody knows of one, because nothing was sent")
            @Nullable
            DerControlView control) {}
}
