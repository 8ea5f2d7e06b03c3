/**
 * How far the clock of each station is off, measured by its live messages. Whoever takes a message that bears a time says so
 * here.
 */
@NullMarked
package org.ohmstead.stations.clocks;

import org.jspecify.annotations.NullMarked;
