package org.ohmstead.authority.renewal;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.ohmstead.certificates.SignedFor;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.jobs.Jobs;
import org.ohmstead.jobs.OneOff;
import org.ohmstead.stations.StationRef;

/** A station that has come in with a certificate that has ended is asked for a new request at once: it is here for nothing else. */
@Singleton
public class EndedRenewal implements OneOff<EndedRenewal.Due> {
    private static final Logger LOG = System.getLogger(EndedRenewal.class.getName());
    /** It has something to say first. */
    private static final Duration BEHIND_ITS_FIRST_WORDS = Duration.ofSeconds(5);

    /** Which station. */
    public record Due(long tenant, String identity) {}

    private final CertificateRenewal renewal;
    private final GroupCommit commits;
    private final Jobs jobs;
    private final Clock clock;

    @Inject
    public EndedRenewal(CertificateRenewal renewal, GroupCommit commits, Jobs jobs, Clock clock) {
        this.renewal = renewal;
        this.commits = commits;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "certificate-renewal-ended";
    }

    @Override
    public Class<Due> data() {
        return Due.class;
    }

    /** @param end of the certificate that it has come in with */
    public void connected(StationRef station, Instant end) {
        Instant now = clock.instant();
        if (end.isBefore(now) && renewal.isOn()) {
            commits.write(station.scope(), station.id(), tx -> {
                jobs.schedule(
                        tx,
                        this,
                        Long.toString(station.id()),
                        now.plus(BEHIND_ITS_FIRST_WORDS),
                        new Due(station.tenant(), station.identity()));
                return true;
            });
        }
    }

    @Override
    public void run(String id, Due due) {
        String failure = renewal.failure(due.tenant(), due.identity(), SignedFor.STATION);
        LOG.log(
                failure == null ? Level.INFO : Level.WARNING,
                "tenant=" + due.tenant() + " station=" + due.identity()
                        + " has come in with a certificate that has ended; "
                        + (failure == null ? "it was asked for a new request" : failure));
    }
}
