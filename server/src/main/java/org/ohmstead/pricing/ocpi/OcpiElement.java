package org.ohmstead.pricing.ocpi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A TariffElement of OCPI 2.2.1. */
@Schema(name = "OcpiTariffElement")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OcpiElement(
        @Schema(description = "1 to 20", required = true) @JsonProperty("price_components") @Nullable
        List<OcpiComponent> priceComponents,

        @Schema(description = "Absent: it always counts") @Nullable
        OcpiRestrictions restrictions) {}
