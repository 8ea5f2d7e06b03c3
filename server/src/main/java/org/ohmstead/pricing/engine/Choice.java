package org.ohmstead.pricing.engine;

import org.ohmstead.pricing.tariff.PriceComponent;
import org.ohmstead.pricing.tariff.Restrictions;

/**
 * A price that counts.
 *
 * @param element its number in the tariff, from 1
 */
record Choice(int element, PriceComponent component, Restrictions restrictions) {}
