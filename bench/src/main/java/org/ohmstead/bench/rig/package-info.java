/**
 * What is measured: the packaged server in its own process on its own core, the database under it, and what the operating
 * system knows about them.
 */
@NullMarked
package org.ohmstead.bench.rig;

import org.jspecify.annotations.NullMarked;
