/**
 * VAT numbers, as far as they can be judged without asking anybody: the patterns of the countries of VIES, and their check digits
 * where those are public. Whether a number was ever given to somebody only a register knows.
 */
@NullMarked
package org.ohmstead.adhocpayment.vat;

import org.jspecify.annotations.NullMarked;
