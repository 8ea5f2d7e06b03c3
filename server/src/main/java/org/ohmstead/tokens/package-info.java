/**
 * What drivers present to charge: cards, app tokens, vehicle ids; and the verdict about each.
 * Block C of OCPP 2.x, §4.1 of 1.6. A token is asked about when it is shown and again when a session begins with it,
 * because a station may have decided from its own cache (E01.FR.11). Nothing here knows a protocol version.
 * Other slices ask {@link org.ohmstead.tokens.TokenVerdicts}; REST manages the tokens themselves.
 */
@NullMarked
package org.ohmstead.tokens;

import org.jspecify.annotations.NullMarked;
