package org.ohmstead.pricing.tariff;

import java.util.List;

/**
 * Prices that count together. Of several with the same dimension the first in the list whose restrictions hold is the one.
 *
 * @param components of one dimension the first one counts
 */
public record TariffElement(List<PriceComponent> components, Restrictions restrictions) {
    public TariffElement {
        components = List.copyOf(components);
    }
}
