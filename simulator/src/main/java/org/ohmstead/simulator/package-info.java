/**
 * Virtual charging stations of all three versions, for demonstrations, tests and load.
 * Built on {@code org.ohmstead.ocpp} alone: it meets the server only over its WebSocket.
 */
@NullMarked
package org.ohmstead.simulator;

import org.jspecify.annotations.NullMarked;
