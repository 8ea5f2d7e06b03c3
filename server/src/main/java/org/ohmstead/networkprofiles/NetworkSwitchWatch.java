package org.ohmstead.networkprofiles;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.background.OneByOne;
import org.ohmstead.events.EventListener;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.stations.Registration;
import org.ohmstead.stations.StationLinks;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;

/**
 * Looks where a station stands that was to go to another slot, some while after it has booted. Of each node: the one that it is
 * connected to asks it.
 */
@Singleton
public class NetworkSwitchWatch implements EventListener {
    private static final Logger LOG = System.getLogger(NetworkSwitchWatch.class.getName());
    private static final String NAME = "network-profiles";

    /** After a boot; a station that is asked at once stalls (field note 68). */
    private static final Duration SETTLING = Duration.ofSeconds(10);

    private final NetworkSwitching switching;
    private final Stations stations;
    private final StationLinks links;
    private final Duration settling;
    private final Executor threads = task -> Thread.ofVirtual().name(NAME).start(task);

    @Inject
    public NetworkSwitchWatch(NetworkSwitching switching, Stations stations, StationLinks links) {
        this(switching, stations, links, SETTLING);
    }

    NetworkSwitchWatch(NetworkSwitching switching, Stations stations, StationLinks links, Duration settling) {
        this.switching = switching;
        this.stations = stations;
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
        String registration = event.payload().path("registration").asText();
        if (id == null
                || !event.kind().equals("station.booted")
                || !Registration.ACCEPTED.word().equals(registration)) {
            return;
        }
        StationRef station = new StationRef(
                event.tenant(), id, event.payload().path("identity").asText());
        if (links.isConnected(station)) {
            CompletableFuture.delayedExecutor(settling.toMillis(), TimeUnit.MILLISECONDS, threads)
                    .execute(() -> OneByOne.attemptOrLeave(
                            "tenant=" + station.tenant() + " station=" + station.identity() + " its network profile",
                            () -> settle(station)));
        }
    }

    private void settle(StationRef station) {
        try {
            stations.get(station).ifPresent(found -> switching.settle(Actor.server(station.tenant(), NAME), found));
        } catch (Refused refused) {
            LOG.log(Level.INFO, "Where {0} stands is not known: {1}", station.identity(), refused.detail());
        }
    }
}
