package org.ohmstead.smartcharging.traits;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import org.ohmstead.access.Actor;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.stations.StationRef;

/** What is known of each station to charge smartly. */
@Singleton
public class StationTraits {
    private final SqlTraitStore store;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public StationTraits(SqlTraitStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    public Traits of(StationRef station) {
        return store.of(station);
    }

    /** @param change asked once or more often */
    public Traits change(Actor by, StationRef station, UnaryOperator<Traits> change) {
        return store.change(station, change, now(), audit.by(by));
    }

    /** A number for a profile that the station has not seen. */
    public long nextNumber(StationRef station) {
        return store.nextNumber(station, now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
