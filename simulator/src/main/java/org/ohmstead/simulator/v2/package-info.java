/**
 * A station that speaks OCPP 2.0.1 or 2.1: what it says ({@code Protocol2}) and how it answers each command
 * ({@code Routes2} lists them, one file per functional block; what only 2.1 has ends in 21).
 */
@NullMarked
package org.ohmstead.simulator.v2;

import org.jspecify.annotations.NullMarked;
