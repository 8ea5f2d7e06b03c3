/**
 * Moves stations to a higher security profile (A05; 1.6 security whitepaper): what they are told for it, and what came of it. How far
 * each is stands in the slice stations/securityprofiles, since the handshake goes by it. Waits for stations, so no handler of their
 * messages comes in here.
 */
@NullMarked
package org.ohmstead.securityupgrades;

import org.jspecify.annotations.NullMarked;
