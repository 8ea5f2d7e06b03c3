/**
 * The clock of a virtual station: real, faster, or by hand.
 */
@NullMarked
package org.ohmstead.simulator.station.time;

import org.jspecify.annotations.NullMarked;
