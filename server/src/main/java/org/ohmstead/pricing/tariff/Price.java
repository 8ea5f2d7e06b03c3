package org.ohmstead.pricing.tariff;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A limit of what a session costs.
 *
 * @param exclVat without tax, in the currency of the tariff
 * @param inclVat with tax; null: the tax follows the limit without it
 */
public record Price(BigDecimal exclVat, @Nullable BigDecimal inclVat) {}
