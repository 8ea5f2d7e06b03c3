/**
 * A station's HTTP handshake: its path, its password, its subprotocol, and what becomes of those that fail (OCPP-J 1.6 §3,
 * 2.0.1 part 4 §3). Only the socket package comes in.
 */
@NullMarked
package org.ohmstead.app.socket.handshake;

import org.jspecify.annotations.NullMarked;
