package org.ohmstead.pricing.ocpi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A Price of OCPI 2.2.1 as a tariff has it for its limits. */
@Schema(name = "OcpiPriceLimit")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OcpiPrice(
        @Schema(description = "Without tax", required = true, examples = "0.5") @JsonProperty("excl_vat") @Nullable
        BigDecimal exclVat,

        @Schema(description = "With tax. Absent: the tax follows the limit without it", examples = "0.55")
        @JsonProperty("incl_vat")
        @Nullable
        BigDecimal inclVat) {}
