package org.ohmstead.partners;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.LiveAccess;
import org.ohmstead.access.Principal;
import org.ohmstead.access.StillAllowed;
import org.ohmstead.access.StreamPlaces;
import org.ohmstead.api.Refused;
import org.ohmstead.blocks.BlockPlace;
import org.ohmstead.db.Scope;
import org.ohmstead.events.EventListener;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.stations.StationLinks;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;

/** The live feed of partners: who reads it at this node, and what of the events they are told. */
@Singleton
public class PartnerFeed implements EventListener {
    static final String PERMISSION = "partner.read";
    private static final int MOST = 500;

    /** So long a channel goes on that nobody reads, for readers that come back. */
    private static final Duration KEPT_FOR = Duration.ofMinutes(5);

    private final PartnerConnectors connectors;
    private final Stations stations;
    private final LiveAccess access;
    private final Map<Long, FeedChannel> channels = new ConcurrentHashMap<>();
    private final StreamPlaces places = new StreamPlaces(MOST, "feeds");
    private volatile boolean ending;

    @Inject
    public PartnerFeed(PartnerConnectors connectors, Stations stations, StationLinks links, LiveAccess access) {
        this.connectors = connectors;
        this.stations = stations;
        this.access = access;
        links.watch(station -> touch(station, BlockPlace.STATION));
    }

    @Override
    public String name() {
        return "partner-feed";
    }

    @Override
    public Kind kind() {
        return Kind.LOCAL;
    }

    @Override
    public void on(StoredEvent event) {
        Long station = event.station();
        if (station == null || !channels.containsKey(event.tenant())) {
            return;
        }
        switch (event.kind()) {
            case "connector.changed", "connector.removed", "connector.blocked", "connector.unblocked" -> {
                int evse = event.payload().path("evse").asInt();
                String identity = event.payload().path("identity").asText();
                touch(
                        new StationRef(event.tenant(), station, identity),
                        new BlockPlace(evse, event.payload().path("connector").asInt()));
            }
            default -> {
                // partners need not know
            }
        }
    }

    private void touch(StationRef station, BlockPlace place) {
        FeedChannel channel = channels.get(station.tenant());
        if (channel != null) {
            channel.touch(new FeedChannel.Touched(station, place));
        }
    }

    /** A place for one reader, until it is closed. */
    final class Place implements AutoCloseable {
        private final StreamPlaces.Place place;

        private Place(StreamPlaces.Place place) {
            this.place = place;
        }

        /**
         * Returns when the reader is gone, is too slow or may not read any more, or the server stops. Whatever goes wrong, the
         * outlet is closed then: nobody would write to it any more, nor count it.
         */
        void stream(@Nullable String lastId, FeedOutlet outlet) {
            boolean ended = false;
            try {
                streamed(lastId, outlet);
                ended = true;
            } finally {
                if (!ended) {
                    outlet.cut();
                }
            }
        }

        private void streamed(@Nullable String lastId, FeedOutlet outlet) {
            Principal who = place.who();
            Scope scope = who.actor().scope();
            FeedReader reader = new FeedReader();
            Opened opened = open(scope.tenant(), reader, lastId);
            try {
                new FeedStream(
                                new FeedStations(stations, scope),
                                reader,
                                outlet,
                                new StillAllowed(access, who, PERMISSION),
                                () -> ending)
                        .run(connectors, opened.begin());
            } finally {
                opened.channel().close(reader);
            }
        }

        @Override
        public void close() {
            place.close();
        }
    }

    /** @throws Refused too many feeds are open, of this one, of its tenant or of all */
    Place enter(Principal who) {
        return new Place(places.enter(who));
    }

    /** How many feeds are open. */
    int readers() {
        return places.open();
    }

    private record Opened(FeedChannel channel, FeedChannel.Begin begin) {}

    /** Within the map's lock of the tenant, so that no channel is closed as somebody comes. */
    private Opened open(long tenant, FeedReader reader, @Nullable String lastId) {
        AtomicReference<Opened> opened = new AtomicReference<>();
        channels.compute(tenant, (id, standing) -> {
            FeedChannel channel = standing == null ? begun(id) : standing;
            opened.set(new Opened(channel, channel.open(reader, lastId)));
            return channel;
        });
        return opened.get();
    }

    private FeedChannel begun(long tenant) {
        FeedChannel channel = new FeedChannel(connectors, KEPT_FOR);
        Thread.ofVirtual().name("partner-feed-" + tenant).start(() -> channel.run(() -> leave(tenant)));
        return channel;
    }

    private void leave(long tenant) {
        channels.computeIfPresent(tenant, (id, channel) -> channel.closesIfDeserted() ? null : channel);
    }

    /** Ends all feeds, because the server stops. */
    public void end() {
        ending = true;
        channels.values().forEach(FeedChannel::close);
    }
}
