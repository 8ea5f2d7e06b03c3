package org.ohmstead.configuration.desired;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.background.OneByOne;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.events.EventListener;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.stations.Registration;
import org.ohmstead.stations.StationLink;
import org.ohmstead.stations.StationLinks;
import org.ohmstead.stations.StationRef;

/**
 * Has stations set again to what is enforced: some while after each accepted boot, because they fall back to values of their own
 * (field note 70) and stall when they are asked at once (field note 68); when it is changed; and when a station comes back that is
 * known not to be set so, because it was away when it should have been told. Of each node: the one that a station is connected to
 * does it.
 */
@Singleton
public class RestoringWatch implements EventListener {
    private static final Logger LOG = System.getLogger(RestoringWatch.class.getName());
    private static final String NAME = "desired-configuration";

    /** After a boot, or a new connection; by then a station has told the states of its connectors. */
    private static final Duration SETTLING = Duration.ofSeconds(15);

    /** While the station is being set already. */
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final Restoring restoring;
    private final SqlDesiredSettingStore store;
    private final StationLinks links;
    private final Duration settling;
    private final Executor threads = task -> Thread.ofVirtual().name(NAME).start(task);
    /** Stations that are to be looked at, and are not yet; true: they are asked, false: only where we know of a difference. */
    private final ConcurrentMap<Long, Boolean> due = new ConcurrentHashMap<>();
    /** Stations that are being set. */
    private final Set<Long> running = ConcurrentHashMap.newKeySet();

    @Inject
    public RestoringWatch(Restoring restoring, SqlDesiredSettingStore store, StationLinks links) {
        this(restoring, store, links, SETTLING);
    }

    RestoringWatch(Restoring restoring, SqlDesiredSettingStore store, StationLinks links, Duration settling) {
        this.restoring = restoring;
        this.store = store;
        this.links = links;
        this.settling = settling;
        links.watch(station -> later(station, settling, false));
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
    public void on(StoredEvent event) {
        Long id = event.station();
        switch (event.kind()) {
            case "station.booted" -> {
                String registration = event.payload().path("registration").asText();
                if (id != null && Registration.ACCEPTED.word().equals(registration)) {
                    later(station(event, id), settling, true);
                }
            }
            case "configuration.wanted" -> {
                if (event.payload().path("enforced").asInt() == 0) {
                    return;
                }
                if (id != null) {
                    later(station(event, id), Duration.ZERO, true);
                } else {
                    ofGroup(event.tenant(), event.payload().path("group").asLong());
                }
            }
            default -> {
                // of no interest here
            }
        }
    }

    private static StationRef station(StoredEvent event, long id) {
        return new StationRef(
                event.tenant(), id, event.payload().path("identity").asText());
    }

    private void ofGroup(long tenant, long group) {
        for (StationLink link : links.all()) {
            if (link.station().tenant() == tenant && store.isIn(link.station(), group)) {
                later(link.station(), Duration.ZERO, true);
            }
        }
    }

    private void later(StationRef station, Duration delay, boolean asks) {
        if (!links.isConnected(station)) {
            return; // it is looked at when it comes
        }
        if (due.put(station.id(), asks) != null) {
            due.computeIfPresent(station.id(), (id, known) -> true);
            return;
        }
        Executor then = CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, threads);
        then.execute(() -> {
            boolean ask = Boolean.TRUE.equals(due.remove(station.id()));
            if (!running.add(station.id())) {
                later(station, BUSY, ask);
                return;
            }
            try {
                OneByOne.attemptOrLeave(words(station) + " setting what is enforced", () -> restore(station, ask));
            } finally {
                running.remove(station.id());
            }
        });
    }

    private void restore(StationRef station, boolean asks) {
        if (!links.isConnected(station)) {
            return; // it is looked at again when it comes
        }
        Actor server = Actor.server(station.tenant(), NAME);
        try {
            if (asks || restoring.isDue(server, station.identity())) {
                restoring.restore(server, station.identity(), false, SendOptions.USUAL);
            }
        } catch (Refused refused) {
            LOG.log(Level.INFO, "{0} is not set to what is enforced: {1}", words(station), refused.detail());
        }
    }

    private static String words(StationRef station) {
        return "tenant=" + station.tenant() + " station=" + station.identity();
    }
}
