package org.ohmstead.configuration.desired;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.ohmstead.events.Outbox;
import org.ohmstead.stations.StationRef;

/** Tells others what stations had to be told again. */
@Singleton
public class RestoredEvents {
    private final SqlDesiredSettingStore store;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    public RestoredEvents(SqlDesiredSettingStore store, Outbox outbox, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    void restored(StationRef station, List<ConfigurationRestored.Value> values) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        store.write(station.scope(), new Owner.OfStation(station), tx -> {
            outbox.append(
                    tx, new ConfigurationRestored(station.tenant(), station.id(), at, station.identity(), values));
            return true;
        });
    }
}
