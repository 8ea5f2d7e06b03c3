/**
 * The bench: measures the packaged server from outside, in a process of its own, and says how each figure was made.
 * {@code scenario} has one class for each; {@code rig} starts what is measured, {@code load} offers the load.
 */
@NullMarked
package org.ohmstead.bench;

import org.jspecify.annotations.NullMarked;
