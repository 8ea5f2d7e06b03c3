/**
 * Firmware of stations: block L of OCPP 2.x, "Firmware Management" of 1.6 (§4.5, and its security extension L). How far an update
 * has come stands in {@code stationjobs}.
 */
@NullMarked
package org.ohmstead.firmware;

import org.jspecify.annotations.NullMarked;
