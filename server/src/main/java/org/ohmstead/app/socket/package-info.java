/**
 * The stations' WebSocket: URL, handshake and authentication, then one link per connection with its pings and limits.
 * OCPP-J 1.6 §3, part 4 of 2.x §3; everything odd about it is in sections A and B of the field notes.
 * It knows the wire, not what the messages mean.
 */
@NullMarked
package org.ohmstead.app.socket;

import org.jspecify.annotations.NullMarked;
