/**
 * Looks more closely at handshakes that were refused: which station was meant, and in which form its password would have
 * counted. Off the way of any handshake, so that nobody learns anything from an answer, or from how long it takes.
 */
@NullMarked
package org.ohmstead.stations.hints;

import org.jspecify.annotations.NullMarked;
