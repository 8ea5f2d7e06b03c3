/**
 * Resets (1.6 §5.14, 2.x B11 and B12, 2.1 B13): each is one object from the wish to the boot that follows, or to why none did.
 */
@NullMarked
package org.ohmstead.remote.resets;

import org.jspecify.annotations.NullMarked;
