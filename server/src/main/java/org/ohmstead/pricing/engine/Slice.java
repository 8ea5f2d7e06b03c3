package org.ohmstead.pricing.engine;

import org.ohmstead.pricing.charge.ChargePart;

/**
 * A piece of a charge within which no restriction of the tariff begins or ceases to hold.
 *
 * @param moment its start, which stands for all of it
 */
record Slice(ChargePart part, Moment moment) {}
