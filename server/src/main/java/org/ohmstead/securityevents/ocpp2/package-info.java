/**
 * OCPP 2.x at the edge of security events: its words in, ours out. Only {@code app}, tests and the edges of
 * other slices come in here.
 */
@NullMarked
package org.ohmstead.securityevents.ocpp2;

import org.jspecify.annotations.NullMarked;
