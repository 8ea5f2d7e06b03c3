/**
 * The line of a virtual station, and what goes wrong on it.
 */
@NullMarked
package org.ohmstead.simulator.station.network;

import org.jspecify.annotations.NullMarked;
