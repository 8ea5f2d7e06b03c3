package org.ohmstead.smartcharging.needs;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.ohmstead.background.OneAtATime;
import org.ohmstead.background.QuietStations;
import org.ohmstead.events.EventListener;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;
import org.ohmstead.notices.NoticeSettings;
import org.ohmstead.stations.StationLinks;
import org.ohmstead.stations.StationRef;

/**
 * Notices when an EV is to be offered something: it has asked, its session is known now, or it plans more than it may. Of each
 * node: the one that the station is connected to offers it, on a thread for each station.
 */
@Singleton
public class OfferWatch implements EventListener, RecurringJobs {
    private static final String NAME = "charging-offers";

    private final Offers offers;
    private final SqlNeedStore store;
    private final StationLinks links;
    private final NoticeSettings settings;
    private final Clock clock;
    private final OneAtATime running = new OneAtATime(NAME);
    private final QuietStations quiet = new QuietStations();

    @Inject
    public OfferWatch(Offers offers, SqlNeedStore store, StationLinks links, NoticeSettings settings, Clock clock) {
        this.offers = offers;
        this.store = store;
        this.links = links;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Kind kind() {
        return Kind.LOCAL;
    }

    @Override
    public void begin() {
        quiet.clear();
    }

    @Override
    public void on(StoredEvent event) {
        Long id = event.station();
        if (id == null) {
            return;
        }
        switch (event.kind()) {
            case "charging-needs.reported", "ev-schedule.reported" -> {
                quiet.remove(id);
                look(new StationRef(
                        event.tenant(), id, event.payload().path("identity").asText()));
            }
            case "session.started", "session.ended" -> {
                StationRef station = new StationRef(
                        event.tenant(),
                        id,
                        event.payload().path("session").path("station").asText());
                if (isQuiet(station)) {
                    return;
                }
                if (event.kind().equals("session.ended")) {
                    ended(
                            station,
                            event.payload()
                                    .path("session")
                                    .path("transactionId")
                                    .asText());
                } else {
                    look(station);
                }
            }
            default -> {
                // of no interest here
            }
        }
    }

    private boolean isQuiet(StationRef station) {
        if (!quiet.has(station.id()) && store.allOver(station)) {
            quiet.add(station.id());
        }
        return quiet.has(station.id());
    }

    private void ended(StationRef station, String transaction) {
        boolean known = store.before(station, 20, null).stream()
                .anyMatch(need ->
                        transaction.equals(need.transaction()) && need.offered().state() != NeedState.OVER);
        if (known) {
            store.over(station, transaction, clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
    }

    /** Returns at once. */
    private void look(StationRef station) {
        if (!links.isConnected(station) || store.waiting(station).isEmpty()) {
            return;
        }
        running.start(
                station.id(),
                "tenant=" + station.tenant() + " station=" + station.identity() + " offering profiles",
                () -> offers.offerAll(station));
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(
                Recurring.every(Duration.ofHours(1), Duration.ofMinutes(2), "charging-need-retention", this::prune));
    }

    private void prune() {
        store.pruneBefore(clock.instant().minus(settings.retention()));
    }
}
