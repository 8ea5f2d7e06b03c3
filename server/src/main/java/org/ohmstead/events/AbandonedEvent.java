package org.ohmstead.events;

import java.time.Instant;
import java.util.Optional;
import org.ohmstead.api.Cursor;
import org.ohmstead.tenants.Tenant;

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
        String listener, long event, String json, Instant createdAt, String failure, Instant abandonedAt) {

    /** The event itself; empty: it cannot be read. */
    public Optional<StoredEvent> read() {
        try {
            return EventJson.read(event, 1, createdAt, json).stream().findFirst();
        } catch (IllegalStateException unreadable) {
            return Optional.empty();
        }
    }

    /** Nobody knows of whom one is that cannot be read; it is shown to the tenant that every installation has. */
    boolean isOf(long tenant) {
        return read().map(StoredEvent::tenant).orElse(Tenant.DEFAULT.id()) == tenant;
    }

    Cursor cursor() {
        return Cursor.at(listener, Long.toString(event));
    }
}
