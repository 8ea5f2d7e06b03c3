/**
 * Simulated stations within the server, for whoever has no charger yet: each dials in as any other, and drivers come and charge. They
 * are the simulator's, and end with the server.
 */
@NullMarked
package org.ohmstead.virtualstations;

import org.jspecify.annotations.NullMarked;
