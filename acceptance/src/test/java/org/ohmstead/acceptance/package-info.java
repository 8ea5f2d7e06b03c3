/**
 * End to end: the packaged server as its own process, reached only through its sockets, as a station or an operator
 * would.
 */
@NullMarked
package org.ohmstead.acceptance;

import org.jspecify.annotations.NullMarked;
