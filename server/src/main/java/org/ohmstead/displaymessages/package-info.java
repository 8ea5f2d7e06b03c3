/**
 * Texts on the displays of stations (OCPP 2.x block O): set, listed, cleared, with what each station said to it.
 * The smallest slice there is: CONTRIBUTING.md walks through it as an example for the next one.
 */
@NullMarked
package org.ohmstead.displaymessages;

import org.jspecify.annotations.NullMarked;
