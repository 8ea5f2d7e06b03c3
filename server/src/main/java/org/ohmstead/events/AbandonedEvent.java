package org.ohmstead.events;

import java.time.Instant;

/**
 * An event that a listener never took, however often it was tried.
 *
 * @param listener its name; {@code outbox}: it could not be read, so that nobody was told
 * @param event its number
 * @param json a list of one, with its tenant, station, kind and payload; or what could not be read
 * @param createdAt when it was stored
 * @param failure what the listener threw last
 * @param abandonedAt when it was given up
 */
public record AbandonedEvent(
        String listener, long event, String json, Instant createdAt, String failure, Instant abandonedAt) {}
