/**
 * What a virtual station measures: a vehicle that draws power, a meter that counts it.
 */
@NullMarked
package org.ohmstead.simulator.station.metering;

import org.jspecify.annotations.NullMarked;
