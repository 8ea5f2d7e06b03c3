package org.ohmstead.remote.resets;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.jobs.Jobs;
import org.ohmstead.jobs.OneOff;
import org.ohmstead.stations.StationRef;

/** Ends a reset that no boot has followed in time. */
@Singleton
public class ResetExpiry implements OneOff<ResetExpiry.Due> {
    private final SqlStationResetStore store;
    private final Jobs jobs;
    private final Clock clock;

    @Inject
    public ResetExpiry(SqlStationResetStore store, Jobs jobs, Clock clock) {
        this.store = store;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Which reset. */
    public record Due(long tenant, long station, String identity, long reset) {}

    /** Within the unit that says until when a boot is waited for. */
    void schedule(Tx tx, StationReset reset) {
        Instant expires = reset.times().expires();
        if (expires != null) {
            StationRef station = reset.station();
            jobs.replace(
                    tx,
                    this,
                    Long.toString(reset.id()),
                    expires,
                    new Due(station.tenant(), station.id(), station.identity(), reset.id()));
        }
    }

    @Override
    public String name() {
        return "station-reset-expiry";
    }

    @Override
    public Class<Due> data() {
        return Due.class;
    }

    @Override
    public void run(String id, Due due) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        store.change(new StationRef(due.tenant(), due.station(), due.identity()), due.reset(), reset -> {
            Instant expires = reset.times().expires();
            boolean waits = reset.state() == ResetState.ACCEPTED || reset.state() == ResetState.SCHEDULED;
            return waits && expires != null && !now.isBefore(expires)
                    ? reset.over(ResetState.EXPIRED, now, "The station has not booted in time.")
                    : reset;
        });
    }
}
