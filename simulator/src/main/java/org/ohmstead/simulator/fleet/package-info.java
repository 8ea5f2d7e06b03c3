/**
 * Virtual stations, one or many, as commands and scenarios use them.
 */
@NullMarked
package org.ohmstead.simulator.fleet;

import org.jspecify.annotations.NullMarked;
