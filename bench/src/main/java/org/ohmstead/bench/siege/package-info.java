/**
 * What somebody on the wire may do who means harm, done to the packaged server while honest stations charge. Each attack is
 * bounded in time and goes to this machine alone.
 */
@NullMarked
package org.ohmstead.bench.siege;

import org.jspecify.annotations.NullMarked;
