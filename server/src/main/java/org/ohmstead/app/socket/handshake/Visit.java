package org.ohmstead.app.socket.handshake;

import io.vertx.core.http.HttpServerRequest;
import org.ohmstead.app.socket.handshake.StationDoor.Knock;

/**
 * A handshake while it lasts.
 *
 * @param number in the order in which they came, of all stations
 */
public record Visit(HttpServerRequest request, Knock knock, FailedHandshakes.Trial trial, long number) {}
