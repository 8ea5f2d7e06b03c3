/**
 * What is priced: a charge, as parts of time in each of which everything is the same or grows evenly. It is made of the periods of an
 * OCPI CDR, or of readings of a register with what the vehicle did in between. No tariff is known here.
 */
@NullMarked
package org.ohmstead.pricing.charge;

import org.jspecify.annotations.NullMarked;
