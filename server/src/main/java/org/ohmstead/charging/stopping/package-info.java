/**
 * Stopping sessions by command: one session, or all that run with a token (OCPP 1.6 §5.11, 2.x F03). The session ends by the
 * station's own stop, as any other.
 */
@NullMarked
package org.ohmstead.charging.stopping;

import org.jspecify.annotations.NullMarked;
