/**
 * OCPP 1.6 at the edge of security events: its words in, ours out. Only {@code app} and tests come in here.
 */
@NullMarked
package org.ohmstead.securityevents.ocpp16;

import org.jspecify.annotations.NullMarked;
