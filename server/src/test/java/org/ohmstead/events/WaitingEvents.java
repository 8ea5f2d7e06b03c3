package org.ohmstead.events;

import static org.ohmstead.db.schema.Tables.OUTBOX;

import java.util.List;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;

/** What stands in the outbox, for tests. */
public final class WaitingEvents {
    private WaitingEvents() {}

    /** In their order. */
    public static List<StoredEvent> in(Database database) {
        return database
                .read(Scope.everywhere())
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
