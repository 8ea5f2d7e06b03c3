package org.ohmstead.blocks;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import org.ohmstead.access.Actor;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.stations.StationRef;

/** The end of a block, whoever brings it: a person, a partner, or the time. */
@Singleton
public class BlockLifting {
    private final SqlConnectorBlockStore store;
    private final BlockSending sending;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public BlockLifting(SqlConnectorBlockStore store, BlockSending sending, AuditLog audit, Clock clock) {
        this.store = store;
        this.sending = sending;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Lifts a block and has the station told.
     *
     * @param which asked of the block that stands, once or more often; false: it is left alone
     * @return whether there was one that was lifted
     */
    boolean lift(Actor by, StationRef station, BlockPlace place, Predicate<ConnectorBlock> which) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean done = store.change(
                        station,
                        place,
                        before -> before == null || !before.stands() || !which.test(before)
                                ? null
                                : new SqlConnectorBlockStore.Change(
                                        before.lifted(now),
                                        AuditEntry.deleted(ConnectorBlocks.ENTITY, place.at(station), before.fields()),
                                        unblocked(by, station, place, now)),
                        (tx, lifted) -> {},
                        audit.by(by))
                .isPresent();
        if (done) {
            sending.tellNews(station);
        }
        return done;
    }

    static ConnectorUnblocked unblocked(Actor by, StationRef station, BlockPlace place, Instant at) {
        return new ConnectorUnblocked(
                station.tenant(), station.id(), at, station.identity(), place.evse(), place.connector(), by.word());
    }
}
