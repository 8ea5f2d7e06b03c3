/**
 * What a payment is: its amounts, its states and the operations on it, the same for every provider. Plain records that know nobody;
 * everybody of the slice may come in, and who asks the slice for a payment.
 */
@NullMarked
package org.ohmstead.payments.state;

import org.jspecify.annotations.NullMarked;
