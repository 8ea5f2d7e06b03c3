/**
 * What charging costs, worked out purely: {@code tariff} is the model, {@code charge} what is priced, {@code engine} the rules,
 * {@code ocpi} the JSON of partners, and here is the door to it in the API. Nothing is stored, and no clock is asked; bills and
 * payments stand on this.
 */
@NullMarked
package org.ohmstead.pricing;

import org.jspecify.annotations.NullMarked;
