package org.ohmstead.configuration.desired;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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
 * (field note 70) and stall when they are asked at once (field note 68); and when it is changed. Of each node: the one that a station
 * is connected to does it.
 */
@Singleton
public class RestoringWatch implements EventListener {
    private static final Logger LOG = System.getLogger(RestoringWatch.class.getName());
    private static final String NAME = "desired-configuration";

    /** After a boot; by then a station has told the states of its connectors. */
    private static final Duration SETTLING = Duration.ofSeconds(15);

    private final Restoring restoring;
    private final SqlDesiredSettingStore store;
    private final StationLinks links;
    private final Duration settling;
    private final Executor threads = task -> Thread.ofVirtual().name(NAME).start(task);
    /** Stations that are to be looked at, and are not yet. */
    private final Set<Long> due = ConcurrentHashMap.newKeySet();

    @Inject
    public RestoringWatch(Restoring restoring, SqlDesiredSettingStore store, StationLinks links) {
        this(restoring, store, links, SETTLING);
    }

    RestoringWatch(Restoring restoring, SqlDesiredSettingStore store, StationLinks links, Duration settling) {
        this.restoring = restoring;
        this.store = store;
        this.links = links;
        this.settling = settling;
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
                    later(station(event, id), settling);
                }
            }
            case "configuration.wanted" -> {
                if (event.payload().path("enforced").asInt() == 0) {
                    return;
                }
                if (id != null) {
                    later(station(event, id), Duration.ZERO);
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
                later(link.station(), Duration.ZERO);
            }
        }
    }

    private void later(StationRef station, Duration delay) {
        if (links.isConnected(station) && due.add(station.id())) {
            Executor then = CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, threads);
            then.execute(() -> {
                due.remove(station.id());
                OneByOne.attemptOrLeave(words(station) + " setting what is enforced", () -> restore(station));
            });
        }
    }

    private void restore(StationRef station) {
        if (!links.isConnected(station)) {
            return; // it is looked at again when it boots
        }
        try {
            restoring.restore(Actor.server(station.tenant(), NAME), station.identity(), false, SendOptions.USUAL);
        } catch (Refused refused) {
            LOG.log(Level.INFO, "{0} is not set to what is enforced: {1}", words(station), refused.detail());
        }
    }

    private static String words(StationRef station) {
        return "tenant=" + station.tenant() + " station=" + station.identity();
    }
}
