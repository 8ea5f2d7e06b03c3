/**
 * How stations are told to reach a CSMS, by their slots (2.x B09), and the move from one to another with what came of it (B10).
 * Waits for stations, so no handler of their messages comes in here.
 */
@NullMarked
package org.ohmstead.networkprofiles;

import org.jspecify.annotations.NullMarked;
