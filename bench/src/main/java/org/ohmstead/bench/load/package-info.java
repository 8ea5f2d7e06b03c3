/**
 * The load: virtual stations that cost as little as possible, since they share the machine with what they measure. Frames
 * are text made from templates; of an answer only what the next message needs is read.
 */
@NullMarked
package org.ohmstead.bench.load;

import org.jspecify.annotations.NullMarked;
