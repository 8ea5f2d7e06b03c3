/**
 * Messages whose own slice is still to come: validated and logged like all others, and answered plainly and correctly, so
 * that no station is left with NotImplemented. A slice that takes one over deletes its method here, and its line in the
 * routes then names the new handler.
 */
@NullMarked
package org.ohmstead.plainanswers;

import org.jspecify.annotations.NullMarked;
