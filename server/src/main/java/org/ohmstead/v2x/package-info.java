/**
 * Charging in both directions (OCPP 2.1 block Q), as far as messages go: which ways energy may flow in a session, and the signal
 * for frequency restoration that stations follow by the curves of their charging profiles. What came of each is kept as a command.
 */
@NullMarked
package org.ohmstead.v2x;

import org.jspecify.annotations.NullMarked;
