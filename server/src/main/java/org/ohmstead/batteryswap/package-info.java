/**
 * Batteries that are swapped (OCPP 2.1 block S): asked for from afar or begun at the station, with what went in and what came out
 * joined. A swap is what a driver pays for, so swaps are kept as long as charging sessions are; the charging in the slots is
 * charging sessions as any others.
 */
@NullMarked
package org.ohmstead.batteryswap;

import org.jspecify.annotations.NullMarked;
