/**
 * Charging in the words of OCPP 2.0.1 and 2.1: TransactionEvent and MeterValues. Translates in, asks
 * {@link org.ohmstead.charging.ChargingSessions}, translates out.
 * Only {@code app} comes in, to route the messages here.
 */
@NullMarked
package org.ohmstead.charging.ocpp2;

import org.jspecify.annotations.NullMarked;
