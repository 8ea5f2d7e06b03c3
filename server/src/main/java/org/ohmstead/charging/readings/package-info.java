/**
 * Meter readings as stations send them, and what they become: our units, our time beside the station's, one digest for one
 * reading. OCPP 1.6 §4.7, 2.x block J. For charging and its handlers.
 */
@NullMarked
package org.ohmstead.charging.readings;

import org.jspecify.annotations.NullMarked;
