/**
 * What blocking a token does to the sessions that run with it.
 */
@NullMarked
package org.ohmstead.tokens.blocking;

import org.jspecify.annotations.NullMarked;
