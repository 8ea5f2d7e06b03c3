package org.ohmstead.events;

import static org.ohmstead.db.schema.Tables.OUTBOX;

import java.util.List;
import org.ohmstead.db.Database;

/** What stands in the outbox, for tests. */
public final class WaitingEvents {
    private WaitingEvents() {}

    /** In their order. */
    public static List<StoredEvent> in(Database database) {
        return database
                .read()
                .selectFrom(OUTBOX)
                .orderBy(OUTBOX.ID)
                .fetch(row -> EventJson.read(
                        row.getId() - row.getEventCount() + 1,
                        row.getEventCount(),
                        row.getCreatedAt(),
                        row.getEventsJson()))
                .stream()
                .flatMap(List::stream)
                .toList();
    }
}
