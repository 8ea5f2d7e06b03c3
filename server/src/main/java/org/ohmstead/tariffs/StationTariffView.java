package org.ohmstead.tariffs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.CommandResult;

/** A tariff at a station as the API shows it. */
@Schema(name = "StationTariff")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StationTariffView(
        @Schema(description = "Another content has another one", examples = "day-2026")
        String tariffId,

        @Schema(description = "DefaultTariff, or DriverTariff of certain tokens", examples = "DefaultTariff")
        String tariffKind,

        @Schema(description = "0: every EVSE that has none of its own")
        int evse,

        @Schema(
                description =
                        "The tariff in OCPP's own words (Tariff), as it was sent. Absent: only the station has told of"
                                + " it")
        @Nullable
        JsonNode tariff,

        @Schema(description = "Absent: at once") @Nullable Instant validFrom,

        @Schema(description = "Whose it is; empty: everybody's")
        List<String> tokens,

        @Schema(
                implementation = StationTariff.State.class,
                description = "installed: the station has it; absent: it has refused it, or has it no more; unknown: no"
                        + " answer came, so POST .../refresh asks it")
        String state,

        @Schema(
                enumeration = {"SetDefaultTariff", "ClearTariffs"},
                description = "The last command about it. Absent: only the station has told of it")
        @Nullable
        String action,

        @Schema(implementation = CommandResult.How.class, description = "What became of that command") @Nullable
        String outcome,

        @Schema(description = "The station's word in its answer to that command", examples = "ConditionNotSupported")
        @Nullable
        String said,

        @Schema(description = "Who sent that command", examples = "user:anna@example.org") @Nullable
        String actor,

        Instant changedAt,

        @Schema(description = "When the station last listed it (GetTariffs)") @Nullable
        Instant reportedAt) {
    static StationTariffView of(StationTariff tariff) {
        StationTariff.Told last = tariff.last();
        return new StationTariffView(
                tariff.place().id(),
                tariff.place().kind(),
                tariff.place().evse(),
                tariff.tariff(),
                tariff.validFrom(),
                tariff.tokens(),
                tariff.state().word(),
                last == null ? null : last.action(),
                last == null ? null : last.outcome(),
                last == null ? null : last.said(),
                last == null ? null : last.actor(),
                tariff.changedAt(),
                tariff.reportedAt());
    }
}
