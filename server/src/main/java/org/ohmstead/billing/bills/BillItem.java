package org.ohmstead.billing.bills;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of a bill, as the price has it; amounts in the currency's own decimals. */
@Schema(name = "BillItem")
public record BillItem(
        @Schema(
                description = "What is paid for; limit: what a least or greatest price adds or takes off",
                enumeration = {"energy", "time", "parking", "reservation", "fixed", "limit"})
        String part,

        @Schema(enumeration = {"kWh", "h", "session"}) String unit,

        @Schema(description = "Of a unit, without tax; null: a limit") @Nullable
        BigDecimal price,

        @Schema(description = "Tax in percent; null: none") @Nullable
        BigDecimal vat,

        @Schema(description = "How many units") BigDecimal volume,
        @Schema(description = "Without tax") BigDecimal exclVat,
        @Schema(description = "With tax") BigDecimal inclVat) {
    BillItem negated() {
        return new BillItem(part, unit, price, vat, volume, exclVat.negate(), inclVat.negate());
    }

    /** Whether both are of the same amounts, however their decimals are written. */
    boolean isSame(BillItem other) {
        return part.equals(other.part)
                && unit.equals(other.unit)
                && isSame(price, other.price)
                && isSame(vat, other.vat)
                && isSame(volume, other.volume)
                && isSame(exclVat, other.exclVat)
                && isSame(inclVat, other.inclVat);
    }

    private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }
}
