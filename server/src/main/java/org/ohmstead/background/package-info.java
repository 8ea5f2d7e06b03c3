/**
 * Threads of the server's own: what becomes of one whose work fails, how health sees it, and work on many things of which one
 * that fails keeps no other from its turn. It knows nobody; everybody may use it.
 */
@NullMarked
package org.ohmstead.background;

import org.jspecify.annotations.NullMarked;
