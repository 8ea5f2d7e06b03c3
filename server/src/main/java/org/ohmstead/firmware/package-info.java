/**
 * Updates of firmware (OCPP 1.6 §4.5 and L01 of its security extension, 2.x L01 and L02): each is kept with how far it has come, from
 * the order to its end. The images lie in {@code files}; the messages are read in {@code ocpp16} and {@code ocpp2}, and their steps
 * come by {@code stationjobs}. Many at once: {@code campaigns}. Through a local controller: {@code publishing}.
 */
@NullMarked
package org.ohmstead.firmware;

import org.jspecify.annotations.NullMarked;
