/**
 * Money by double entry, of each tenant and currency: what stands in wallets, what drivers and companies owe, what was earned, and the
 * tax in it. Whoever moves money posts here, within the unit that does it; of each posting the sum is zero, and nothing that was posted
 * is ever changed. The REST interface shows it, and changes nothing.
 */
@NullMarked
package org.ohmstead.ledger;

import org.jspecify.annotations.NullMarked;
