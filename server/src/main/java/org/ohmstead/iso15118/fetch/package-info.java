/**
 * Asks others over HTTP: those whom a station names, at addresses of the open internet alone, and those whom the settings name.
 * For no longer and for no more bytes than was said before.
 */
@NullMarked
package org.ohmstead.iso15118.fetch;

import org.jspecify.annotations.NullMarked;
