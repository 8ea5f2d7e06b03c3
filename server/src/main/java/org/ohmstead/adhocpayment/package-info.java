/**
 * Payments at the station without a contract (OCPP 2.1 C18 to C25), as far as messages go: settlements that terminals report, VAT
 * numbers for their receipts, and payments on the web that have begun. Settlements are kept as long as charging sessions are:
 * accounts rest on them. Prices and our own payments are not made here.
 */
@NullMarked
package org.ohmstead.adhocpayment;

import org.jspecify.annotations.NullMarked;
