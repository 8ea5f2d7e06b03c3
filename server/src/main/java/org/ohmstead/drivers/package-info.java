/**
 * Who charges and who pays: drivers with their tokens, wallet and way of paying, and companies that pay for groups of tokens. What they
 * are billed is in {@code billing}, their money in {@code ledger}; both know them by their numbers.
 */
@NullMarked
package org.ohmstead.drivers;

import org.jspecify.annotations.NullMarked;
