/**
 * Why a session did not start: goes through what stood in its way at a moment, from the station's connection to its limits, and
 * says for each what is known, with codes instead of prose. It only reads what other slices keep.
 */
@NullMarked
package org.ohmstead.diagnosis;

import org.jspecify.annotations.NullMarked;
