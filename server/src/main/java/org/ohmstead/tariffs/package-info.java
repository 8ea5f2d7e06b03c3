/**
 * Tariffs that stations calculate with (OCPP 2.1 I07 to I12), as far as messages go: which ones each station holds by default, and
 * what it said to them. What a session runs by is in {@code session}. Prices and bills are made elsewhere, and stand on this.
 */
@NullMarked
package org.ohmstead.tariffs;

import org.jspecify.annotations.NullMarked;
