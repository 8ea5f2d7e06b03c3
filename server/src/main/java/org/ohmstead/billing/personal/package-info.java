/** What the law gives drivers: all that is kept of them, and that it is erased, but for what has to be kept. */
@NullMarked
package org.ohmstead.billing.personal;

import org.jspecify.annotations.NullMarked;
