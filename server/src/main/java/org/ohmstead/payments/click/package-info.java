/**
 * Payments by Click (docs.click.uz): its SHOP API calls us to prepare and to complete, and its Merchant API is asked to reverse. It
 * knows no holds: what the driver pays is ours at once.
 */
@NullMarked
package org.ohmstead.payments.click;

import org.jspecify.annotations.NullMarked;
