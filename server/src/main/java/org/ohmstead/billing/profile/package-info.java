/** How an organisation bills: what stands on its invoices about itself, how they are numbered and collected. */
@NullMarked
package org.ohmstead.billing.profile;

import org.jspecify.annotations.NullMarked;
