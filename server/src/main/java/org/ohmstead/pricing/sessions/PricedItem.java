package org.ohmstead.pricing.sessions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What stands in one line of a bill: all of a session that one price was charged for. The items of a session are few, whatever number
 * of lines its price has.
 *
 * @param part    energy, time, parking, reservation, fixed, or limit: what the least or highest price of the tariff adds or takes off
 * @param unit    kWh, h, or session
 * @param price   without tax, per unit; null: of a limit
 * @param vat     tax in percent; null: there is none
 * @param volume  so many units were billed, to 4 decimals, steps included
 * @param exclVat to be paid, without tax, in whole units of what the currency is divided into; may be negative
 * @param inclVat to be paid, with tax; over all items together these are exactly the totals that are to be paid
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PricedItem(
        String part,
        String unit,
        @Nullable BigDecimal price,
        @Nullable BigDecimal vat,
        BigDecimal volume,
        BigDecimal exclVat,
        BigDecimal inclVat) {}
