package org.ohmstead.pricing.ocpi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.pricing.tariff.TariffType;

/** A Tariff of OCPI 2.2.1 with all of its fields. What a partner adds is ignored. */
@Schema(name = "OcpiTariff", description = "A Tariff of OCPI 2.2.1. Fields beyond these are ignored")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OcpiTariff(
        @Schema(description = "Of the operator, two letters", examples = "DE") @JsonProperty("country_code") @Nullable
        String countryCode,

        @Schema(description = "Of the operator, three letters", examples = "ALL") @JsonProperty("party_id") @Nullable
        String partyId,

        @Schema(examples = "14") @Nullable String id,

        @Schema(description = "By ISO 4217", required = true, examples = "EUR") @Nullable
        String currency,

        @Schema(description = "Absent: for all sessions") @Nullable
        TariffType type,

        @Schema(description = "In words, in several languages") @JsonProperty("tariff_alt_text") @Nullable
        List<Text> tariffAltText,

        @JsonProperty("tariff_alt_url") @Nullable String tariffAltUrl,

        @Schema(description = "What a session costs at least") @JsonProperty("min_price") @Nullable
        OcpiPrice minPrice,

        @Schema(description = "What a session costs at most") @JsonProperty("max_price") @Nullable
        OcpiPrice maxPrice,

        @Schema(description = "1 to 100, in the order in which they are asked", required = true) @Nullable
        List<OcpiElement> elements,

        @Schema(description = "For sessions that begin then or later", examples = "2026-01-01T00:00:00Z")
        @JsonProperty("start_date_time")
        @Nullable
        String startDateTime,

        @Schema(description = "For sessions that begin before", examples = "2027-01-01T00:00:00Z")
        @JsonProperty("end_date_time")
        @Nullable
        String endDateTime,

        @Schema(description = "As OCPI has it; makes no difference to prices") @JsonProperty("energy_mix") @Nullable
        JsonNode energyMix,

        @Schema(examples = "2026-01-01T00:00:00Z") @JsonProperty("last_updated") @Nullable
        String lastUpdated) {

    /** The same, valid in another time. @param from null: as it is; so {@code until} */
    public OcpiTariff with(@Nullable Instant from, @Nullable Instant until) {
        return new OcpiTariff(
                countryCode,
                partyId,
                id,
                currency,
                type,
                tariffAltText,
                tariffAltUrl,
                minPrice,
                maxPrice,
                elements,
                from == null ? startDateTime : from.toString(),
                until == null ? endDateTime : until.toString(),
                energyMix,
                lastUpdated);
    }

    /** The same under another id. @param changed when it last changed; null: not told */
    public OcpiTariff named(@Nullable String as, @Nullable Instant changed) {
        return new OcpiTariff(
                countryCode,
                partyId,
                as,
                currency,
                type,
                tariffAltText,
                tariffAltUrl,
                minPrice,
                maxPrice,
                elements,
                startDateTime,
                endDateTime,
                energyMix,
                changed == null ? null : changed.toString());
    }

    /** Without what tells it from others. */
    public OcpiTariff anonymous() {
        return named(null, null);
    }

    /** A DisplayText of OCPI 2.2.1. */
    @Schema(name = "OcpiDisplayText")
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Text(
            @Schema(description = "Two letters", examples = "en") @Nullable
            String language,

            @Nullable String text) {}
}
