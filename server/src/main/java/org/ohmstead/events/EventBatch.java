package org.ohmstead.events;

import java.util.List;

/**
 * A row of the outbox, as every listener and reader gets it.
 *
 * @param first the number of its first event
 * @param last the number of its last one
 * @param events in their order; none where it cannot be read
 */
public record EventBatch(long first, long last, List<StoredEvent> events) {}
