package org.ohmstead.smartcharging.profiles;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.ohmstead.background.OneByOne;
import org.ohmstead.events.EventListener;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;
import org.ohmstead.notices.NoticeSettings;
import org.ohmstead.smartcharging.schedule.Purpose;
import org.ohmstead.smartcharging.schedule.json.Words;
import org.ohmstead.stations.StationRef;

/** Ends profiles whose transaction or validity is over, as stations do by themselves, and clears away what ended long ago. */
@Singleton
public class ProfileEnds implements EventListener, RecurringJobs {
    private final SqlProfileStore store;
    private final Standing standing;
    private final NoticeSettings settings;
    private final Clock clock;

    @Inject
    public ProfileEnds(SqlProfileStore store, Standing standing, NoticeSettings settings, Clock clock) {
        this.store = store;
        this.standing = standing;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "charging-profile-ends";
    }

    @Override
    public Kind kind() {
        return Kind.DURABLE;
    }

    @Override
    public void on(StoredEvent event) {
        Long id = event.station();
        if (id != null && event.kind().equals("session.ended")) {
            StationRef station = new StationRef(
                    event.tenant(),
                    id,
                    event.payload().path("session").path("station").asText());
            String transaction =
                    event.payload().path("session").path("transactionId").asText();
            ended(station, transaction);
        }
    }

    /** A TxProfile goes with its transaction (behaviour 7.1). */
    private void ended(StationRef station, String transaction) {
        ProfileFilter its = new ProfileFilter(null, null, List.of(Words.of(Purpose.TX)), null, transaction, true);
        if (!store.before(station, its, 1, null).isEmpty()) {
            store.write(station, tx -> {
                standing.gone(tx, station, its, ProfileState.OVER, now());
                return true;
            });
        }
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(
                Recurring.every(Duration.ofMinutes(1), Duration.ofSeconds(20), "charging-profile-ends", this::end),
                Recurring.every(Duration.ofHours(1), Duration.ofMinutes(2), "charging-profile-retention", this::prune));
    }

    void end() {
        Instant now = now();
        for (StationRef station : store.withEnded(now)) {
            OneByOne.attempt(
                    () -> "tenant=" + station.tenant() + " station=" + station.identity() + " ending its profiles",
                    () -> store.write(station, tx -> {
                        for (StoredProfile each : store.of(tx, station, ProfileFilter.STANDING)) {
                            Instant to = each.times().validTo();
                            if (to != null && !to.isAfter(now)) {
                                store.update(tx, station, Standing.with(each, ProfileState.OVER, each.said(), now));
                            }
                        }
                        return true;
                    }));
        }
    }

    private void prune() {
        store.pruneBefore(clock.instant().minus(settings.retention()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
