/**
 * What a tariff is: elements of price components and restrictions, as OCPI 2.2.1 has them ({@code mod_tariffs}), with the simple form
 * that most operators think in. Plain values without any JSON, SQL or clock; what they mean for a charge is worked out in
 * {@code engine}.
 */
@NullMarked
package org.ohmstead.pricing.tariff;

import org.jspecify.annotations.NullMarked;
