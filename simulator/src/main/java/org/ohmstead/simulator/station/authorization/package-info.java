/**
 * Tokens, local list and reservations of a virtual station.
 */
@NullMarked
package org.ohmstead.simulator.station.authorization;

import org.jspecify.annotations.NullMarked;
