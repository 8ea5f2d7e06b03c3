/**
 * Charging in the words of OCPP 1.6: StartTransaction, StopTransaction and MeterValues. Translates in, asks
 * {@link org.ohmstead.charging.ChargingSessions}, translates out.
 * Only {@code app} comes in, to route the messages here.
 */
@NullMarked
package org.ohmstead.charging.ocpp16;

import org.jspecify.annotations.NullMarked;
