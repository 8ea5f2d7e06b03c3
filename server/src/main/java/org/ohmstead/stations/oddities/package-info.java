/**
 * What is odd about handshakes that succeed: counted in memory, written now and then, listed for whoever sets a charger up. Each is
 * served as if nothing were odd; what their messages differ in is told by the deviations.
 */
@NullMarked
package org.ohmstead.stations.oddities;

import org.jspecify.annotations.NullMarked;
