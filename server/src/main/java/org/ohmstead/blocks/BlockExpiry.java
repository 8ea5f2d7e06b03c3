package org.ohmstead.blocks;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.ohmstead.access.Actor;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.jobs.Jobs;
import org.ohmstead.jobs.OneOff;
import org.ohmstead.stations.StationRef;

/** Lifts a block whose time is over. */
@Singleton
public class BlockExpiry implements OneOff<BlockExpiry.Due> {
    private static final String NAME = "connector-block-expiry";

    private final BlockLifting lifting;
    private final Jobs jobs;
    private final Clock clock;

    @Inject
    public BlockExpiry(BlockLifting lifting, Jobs jobs, Clock clock) {
        this.lifting = lifting;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Which block; one that ends at another time by now is left alone. */
    public record Due(long tenant, long station, String identity, int evse, int connector, Instant until) {
        static Due of(ConnectorBlock block, Instant until) {
            StationRef station = block.station();
            BlockPlace place = block.place();
            return new Due(station.tenant(), station.id(), station.identity(), place.evse(), place.connector(), until);
        }
    }

    /** Within the unit that makes or changes the block. One that ends by itself no more finds nothing to do at that time. */
    void schedule(Tx tx, ConnectorBlock block) {
        Instant until = block.terms().until();
        if (until != null) {
            BlockPlace place = block.place();
            String id = block.station().id() + "/" + place.evse() + "/" + place.connector();
            jobs.replace(tx, this, id, until, Due.of(block, until));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<Due> data() {
        return Due.class;
    }

    @Override
    public void run(String id, Due due) {
        StationRef station = new StationRef(due.tenant(), due.station(), due.identity());
        lifting.lift(
                Actor.server(due.tenant(), NAME),
                station,
                new BlockPlace(due.evse(), due.connector()),
                block -> due.until().equals(block.terms().until())
                        && !clock.instant().isBefore(due.until()));
    }
}
