/**
 * A WebSocket client that costs a third of what a general one does: one thread, one system call to read and one to write a
 * message. Load and server share a machine, and a ceiling that is the client's own would flatter the server.
 */
@NullMarked
package org.ohmstead.bench.socket;

import org.jspecify.annotations.NullMarked;
