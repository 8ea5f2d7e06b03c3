/**
 * What providers keep with us that call us instead of being called (Payme's Merchant API, Click's SHOP API): their transactions, by
 * their own ids. Each change of one is a commit together with that of its payment.
 */
@NullMarked
package org.ohmstead.payments.inbound;

import org.jspecify.annotations.NullMarked;
