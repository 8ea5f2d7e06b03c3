package org.ohmstead.remote.starts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.jobs.Jobs;
import org.ohmstead.jobs.OneOff;
import org.ohmstead.stations.StationRef;

/** Ends a remote start that nothing has followed in time (field note 105). */
@Singleton
public class RemoteStartExpiry implements OneOff<RemoteStartExpiry.Due> {
    private static final String NONE = "No session has followed in time; most likely no vehicle was plugged in.";
    private static final String PLUGGED = "A vehicle was plugged in, but no session has followed in time.";

    private final SqlRemoteStartStore store;
    private final Jobs jobs;
    private final Clock clock;

    @Inject
    public RemoteStartExpiry(SqlRemoteStartStore store, Jobs jobs, Clock clock) {
        this.store = store;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Which remote start. */
    public record Due(long tenant, long station, String identity, long remoteStart) {}

    /** Within the unit that says until when a session is waited for. */
    void schedule(Tx tx, RemoteStart start) {
        Instant expires = start.times().expires();
        if (expires != null) {
            StationRef station = start.station();
            jobs.replace(
                    tx,
                    this,
                    Long.toString(start.id()),
                    expires,
                    new Due(station.tenant(), station.id(), station.identity(), start.id()));
        }
    }

    @Override
    public String name() {
        return "remote-start-expiry";
    }

    @Override
    public Class<Due> data() {
        return Due.class;
    }

    @Override
    public void run(String id, Due due) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        store.change(new StationRef(due.tenant(), due.station(), due.identity()), due.remoteStart(), start -> {
            Instant expires = start.times().expires();
            boolean over = start.state().isUnderWay() && expires != null && !now.isBefore(expires);
            String why = start.state() == RemoteStartState.PLUGGED ? PLUGGED : NONE;
            return over ? start.over(RemoteStartState.EXPIRED, now, why) : start;
        });
    }
}
