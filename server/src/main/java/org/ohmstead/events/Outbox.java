package org.ohmstead.events;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ohmstead.db.Tx;

/** Where events wait between the commit of their fact and being passed on. */
@Singleton
public final class Outbox {
    private static final String INSERT =
            "insert into outbox (tenant_id, kind, station_id, payload_json, created_at) values (?, ?, ?, ?, ?)";

    private final Clock clock;
    private final List<Runnable> wake = new CopyOnWriteArrayList<>();

    @Inject
    public Outbox(Clock clock) {
        this.clock = clock;
    }

    /** Stores the event with the facts of this unit of work, or neither. */
    public void append(Tx tx, Event event) {
        tx.later(INSERT, event.tenant(), event.kind(), event.station(), EventJson.write(event), clock.instant());
        wake.forEach(tx::afterCommit);
    }

    /** Calls back after each commit that brought an event; must be quick. */
    void onCommit(Runnable action) {
        wake.add(action);
    }
}
