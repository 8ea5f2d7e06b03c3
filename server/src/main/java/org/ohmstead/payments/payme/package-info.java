/**
 * Payments by Payme, whose Merchant API calls us (developer.help.paycom.uz): JSON-RPC with six methods. It knows no holds: what the
 * driver pays is ours at once.
 */
@NullMarked
package org.ohmstead.payments.payme;

import org.jspecify.annotations.NullMarked;
