package org.ohmstead.tariffs.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.CommandResult;

/** What a session is charged by at its station, as the API shows it. */
@Schema(name = "SessionTariff")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionTariffView(
        @Schema(description = "Number of the session") long session,

        @Schema(description = "tariffId of the one that the station says it uses") @Nullable
        String tariffId,

        @Schema(description = "Whether the driver or the EV did not accept it")
        boolean refused,

        @Schema(description = "Since when, by the station's clock") @Nullable
        Instant since,

        @Schema(description = "The last change that was asked for") @Nullable
        Change change,

        @Schema(description = "What the station was told last that the session costs (CostUpdated)") @Nullable
        Told told,

        @Schema(description = "What the station has calculated last") @Nullable
        Cost cost) {

    /** A change that was asked for. */
    @Schema(name = "SessionTariffChange")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(
            String tariffId,

            @Schema(description = "In OCPP's own words (Tariff)")
            JsonNode tariff,

            @Schema(
                    implementation = SessionTariff.State.class,
                    description =
                            "asked; accepted: the station will, and tells when it does; inUse: it does, by its word;"
                                    + " refused; unknown: no answer came")
            String state,

            @Schema(description = "The station's word in its answer", examples = "NoCurrencyChange") @Nullable
            String said,

            @Schema(description = "Who asked", examples = "user:anna@example.org")
            String actor,

            Instant at) {}

    /** What a station was told. */
    @Schema(name = "SessionCostTold")
    public record Told(
            @Schema(description = "With taxes, in the currency of the station")
            BigDecimal totalCost,

            @Schema(implementation = CommandResult.How.class, description = "As of any command")
            String outcome,

            @Schema(description = "Who told it", examples = "user:anna@example.org")
            String actor,

            Instant at) {}

    /** What a station has calculated. */
    @Schema(name = "SessionCost")
    public record Cost(
            @Schema(description = "In OCPP's own words (CostDetails)")
            JsonNode details,

            @Schema(description = "By the station's clock") Instant at,

            @Schema(description = "Whether the session has ended with it", name = "final") @JsonProperty("final")
            boolean isFinal) {}

    static SessionTariffView of(long session, SessionTariff tariff) {
        SessionTariff.InUse inUse = tariff.inUse();
        SessionTariff.Wanted wanted = tariff.wanted();
        SessionTariff.ToldCost told = tariff.told();
        SessionTariff.Cost cost = tariff.cost();
        return new SessionTariffView(
                session,
                inUse == null ? null : inUse.id(),
                inUse != null && inUse.isRefused(),
                inUse == null ? null : inUse.at(),
                wanted == null
                        ? null
                        : new Change(
                                wanted.id(),
                                wanted.tariff(),
                                wanted.state().word(),
                                wanted.said(),
                                wanted.by(),
                                wanted.at()),
                told == null ? null : new Told(told.amount(), told.outcome(), told.by(), told.at()),
                cost == null ? null : new Cost(cost.details(), cost.at(), cost.isFinal()));
    }
}
