/**
 * WebSocket frames before they are messages (RFC 6455): their headers, their sizes, and the room that large messages take
 * while they come. Nothing here knows OCPP. Only the socket package comes in.
 */
@NullMarked
package org.ohmstead.app.socket.frames;

import org.jspecify.annotations.NullMarked;
