/**
 * Payments (issue of the operator, not of OCPP): holds, captures, refunds, their states with history, and what to do where nobody
 * knows how a call to a provider ended. It knows neither tariffs nor bills: whoever owes or is owed calls {@link
 * org.ohmstead.payments.Payments} and hears of what happened by its events.
 */
@NullMarked
package org.ohmstead.payments;

import org.jspecify.annotations.NullMarked;
