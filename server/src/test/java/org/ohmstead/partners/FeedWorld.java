package org.ohmstead.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.ohmstead.Await;
import org.ohmstead.access.Actor;
import org.ohmstead.access.Permissions;
import org.ohmstead.access.Principal;
import org.ohmstead.blocks.BlockPlaces;
import org.ohmstead.blocks.BlockWorld;
import org.ohmstead.db.Database;

/** A station, its feed and readers of it. */
final class FeedWorld implements AutoCloseable {
    final BlockWorld site;
    final PartnerConnectors connectors;
    final PartnerFeed feed;
    volatile boolean revoked;

    FeedWorld(Database database) {
        site = new BlockWorld(database);
        connectors = new PartnerConnectors(
                site.stations.stations,
                site.stations.links,
                site.stations.connectors,
                site.blocks,
                new BlockPlaces(site.stations.connectors));
        feed = new PartnerFeed(connectors, site.stations.stations, site.stations.links, (who, permission) -> !revoked);
    }

    static Principal key(long id, Long... groups) {
        Set<Long> some = Set.of(groups);
        return new Principal(
                Actor.apiKey(1, some, "key" + id, Actor.Origin.WITHIN),
                new Permissions(Set.of(PartnerFeed.PERMISSION)),
                some,
                new Principal.Key(id));
    }

    /** Tells the feed what has happened since, as the relay does. */
    void happened() {
        site.newEvents().forEach(feed::on);
    }

    /** Somebody who reads. */
    final class Reader implements FeedOutlet {
        final List<FeedMessage> told = new CopyOnWriteArrayList<>();
        volatile boolean reads = true;
        volatile boolean gone;
        volatile boolean cut;
        volatile @Nullable RuntimeException broken;
        volatile @Nullable FeedEnd ended;
        private final Thread thread;

        Reader(Principal who, @Nullable String lastId) {
            PartnerFeed.Place place = feed.enter(who);
            thread = Thread.ofVirtual().start(() -> {
                try (place) {
                    place.stream(lastId, this);
                } catch (IllegalArgumentException thrown) {
                    assertThat(thrown).isSameAs(broken);
                }
            });
        }

        @Override
        public boolean isOpen() {
            return !gone;
        }

        @Override
        public CompletionStage<?> send(FeedMessage message) {
            if (gone) {
                throw new IllegalStateException("gone");
            }
            RuntimeException failure = broken;
            if (failure != null) {
                throw failure;
            }
            told.add(message);
            return reads ? CompletableFuture.completedStage(null) : new CompletableFuture<>();
        }

        @Override
        public CompletionStage<?> alive() {
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void end(FeedEnd why) {
            ended = why;
        }

        @Override
        public void cut() {
            cut = true;
        }

        /** {@code connector 1/1 available}, with what is special. */
        List<String> words() {
            return told.stream().map(Reader::words).toList();
        }

        private static String words(FeedMessage message) {
            return switch (message.data()) {
                case PartnerConnector it ->
                    message.event() + " " + it.station() + "/" + it.evse() + "/" + it.connector() + " " + it.state()
                            + (it.blocked() ? " blocked" : "") + (it.connected() ? " connected" : "");
                case FeedMessage.Removed it ->
                    message.event() + " " + it.station() + "/" + it.evse() + "/" + it.connector();
                default -> message.event();
            };
        }

        /** Waits until it was told that many messages. */
        List<String> words(int count) {
            Await.until(() -> told.size() >= count);
            return words();
        }

        @Nullable
        String lastId() {
            return told.getLast().id();
        }

        void awaitEnd() {
            Await.until(() -> !thread.isAlive());
        }
    }

    @Override
    public void close() {
        feed.end();
        site.close();
    }
}
