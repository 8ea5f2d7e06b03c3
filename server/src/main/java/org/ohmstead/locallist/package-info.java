/**
 * The lists of tokens that stations keep for when they are offline (1.6 §5.15, 2.x block D): what each has, as far as we know, and
 * how it is brought to what our tokens say, at somebody's wish or by itself. Nobody else comes in here.
 */
@NullMarked
package org.ohmstead.locallist;

import org.jspecify.annotations.NullMarked;
