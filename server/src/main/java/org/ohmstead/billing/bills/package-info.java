/**
 * What sessions cost whoever pays for them: made of their prices (the event {@code session.priced}), put into the ledger in the same
 * commit, and never edited: a price that changes later makes a credit of the old bill and a new one. What is uncertain is held until
 * somebody releases it.
 */
@NullMarked
package org.ohmstead.billing.bills;

import org.jspecify.annotations.NullMarked;
