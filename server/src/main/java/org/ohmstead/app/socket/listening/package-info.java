/**
 * The open port: how fast new connections are taken, what their first line tells, and HTTP request by request until a
 * connection becomes a WebSocket. Known to the socket package and to the app, which configures the port.
 */
@NullMarked
package org.ohmstead.app.socket.listening;

import org.jspecify.annotations.NullMarked;
