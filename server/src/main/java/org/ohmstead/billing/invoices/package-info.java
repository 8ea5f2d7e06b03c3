/**
 * Invoices and credit notes: of one session or of a month, with numbers that have no gap, because a number is taken in the transaction
 * that writes what it is for. Who sells and who buys is kept as it was that day, and nothing of it ever changes.
 */
@NullMarked
package org.ohmstead.billing.invoices;

import org.jspecify.annotations.NullMarked;
