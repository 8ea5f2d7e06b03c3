package org.ohmstead.pricing.sessions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.pricing.PricedView;

/** What a session costs, as REST shows it. */
@Schema(name = "SessionPrice")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionCostView(
        @Schema(description = "Number of the session") long session,

        @Schema(
                enumeration = {"running", "provisional", "final", "unpriced"},
                description =
                        "running: as if it ended now; provisional: it has ended, and its evidence is incomplete or"
                                + " suspect; unpriced: no tariff applied when it began, or its token was refused and"
                                + " nothing flowed")
        String state,

        @Schema(description = "By what it is charged; absent: unpriced") @Nullable
        PlanView tariff,

        @Schema(description = "By ISO 4217") @Nullable String currency,

        @Schema(description = "What is to be paid, with tax, in whole units of what the currency is divided into")
        @Nullable
        BigDecimal payable,

        @Schema(description = "Number of this price, from 1; absent: it is not settled") @Nullable
        Integer revision,

        @Schema(description = "When it was worked out") @Nullable
        Instant pricedAt,

        @Schema(description = "What stands on a bill; absent: unpriced") @Nullable
        List<PricedItem> items,

        @Schema(
                implementation = PricedView.class,
                description = "All of it, with up to 2000 lines and why each is what it is; absent: unpriced")
        @JsonRawValue
        @Nullable
        String cost,

        @Schema(description = "What its station has calculated (2.1), beside this; absent: it has not") @Nullable
        StationCostView station,

        @Schema(description = "Every price that it has had, the first one first")
        List<RevisionView> revisions) {

    /** By what a session is charged. */
    @Schema(name = "SessionTariffVersion")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PlanView(
            @Schema(description = "Number of the tariff") long id,

            @Schema(description = "As it is now; absent: there is none any more") @Nullable
            String name,

            @Schema(description = "That was the newest when the session began")
            int version,

            @Schema(description = "By which assignment; absent in settled prices") @Nullable
            Long assignment,

            @Schema(description = "Of the place; absent in settled prices", examples = "Asia/Tashkent") @Nullable
            String timeZone) {}

    /** What a station of 2.1 has calculated by itself. */
    @Schema(name = "SessionStationCost")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StationCostView(
            @Schema(description = "By its word; absent: not told") @Nullable
            String currency,

            @Schema(description = "With tax") BigDecimal total,

            @Schema(description = "When it told so") Instant at,

            @Schema(
                    description =
                            "How much more than payable it is; less than 0: less. Absent: there is nothing to compare,"
                                    + " or it is in another currency")
            @Nullable
            BigDecimal difference) {}

    /** A price that a session has had. */
    @Schema(name = "SessionPriceRevision")
    public record RevisionView(
            int revision,
            @Schema(enumeration = {"provisional", "final"}) String state,
            BigDecimal payable,
            Instant pricedAt,

            @Schema(description = "What led to it", examples = "session.ended")
            String reason) {
        static RevisionView of(SessionPrice price) {
            return new RevisionView(
                    price.priced().revision(),
                    price.priced().state(),
                    price.priced().payableInclVat(),
                    price.pricedAt(),
                    price.reason());
        }
    }
}
