package org.ohmstead.partners;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ohmstead.background.OneByOne;
import org.ohmstead.background.PassesByItself;
import org.ohmstead.blocks.BlockPlace;
import org.ohmstead.stations.StationRef;

/**
 * What happens at the connectors of one tenant, for its readers at this node. What was touched is read once for all of them, as it
 * is then: a connector that changes faster is told once. The newest messages are kept for readers that come back.
 */
final class FeedChannel {
    private static final int KEPT = 2_000;
    private static final Pattern ID = Pattern.compile("([0-9a-f]{12})-(\\d{1,18})");
    private static final Duration BEFORE_NEXT_TRY = Duration.ofMillis(500);

    private final PartnerConnectors connectors;
    private final Duration keptFor;
    /** Of the ids: those of another node, or of before a restart, are none here. */
    private final String epoch = UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    private final Set<FeedReader> readers = new HashSet<>();
    private final Set<Touched> touched = new LinkedHashSet<>();
    private final Deque<FeedMessage> kept = new ArrayDeque<>();
    private long last;
    private long deserted = System.nanoTime();
    private boolean closed;

    /** Something may be another at a connector; the place of a station means all that it has. */
    record Touched(StationRef station, BlockPlace place) {}

    /**
     * How a reader begins.
     *
     * @param missed   what happened since it was there last; null: it needs the state of all
     * @param position from where it goes on
     */
    record Begin(@Nullable List<FeedMessage> missed, String position) {}

    /** @param keptFor so long it goes on that nobody reads, for readers that come back */
    FeedChannel(PartnerConnectors connectors, Duration keptFor) {
        this.connectors = connectors;
        this.keptFor = keptFor;
    }

    /** @param lastId where the reader was; null: nowhere */
    synchronized Begin open(FeedReader reader, @Nullable String lastId) {
        readers.add(reader);
        return new Begin(since(lastId), id(last));
    }

    private @Nullable List<FeedMessage> since(@Nullable String lastId) {
        Matcher parts = ID.matcher(lastId == null ? "" : lastId.strip());
        if (!parts.matches() || !parts.group(1).equals(epoch)) {
            return null;
        }
        long number = Long.parseLong(parts.group(2));
        return number > last || number < last - kept.size()
                ? null
                : kept.stream().skip(kept.size() - (last - number)).toList();
    }

    synchronized void close(FeedReader reader) {
        readers.remove(reader);
        deserted = System.nanoTime();
        notifyAll();
    }

    /** @return whether nobody reads, and nobody has for as long as it is kept; then it is closed */
    synchronized boolean closesIfDeserted() {
        boolean over = isDeserted();
        if (over) {
            close();
        }
        return over;
    }

    private synchronized boolean isDeserted() {
        return readers.isEmpty() && left() <= 0;
    }

    /** Nanoseconds, where nobody reads. */
    private long left() {
        return deserted + keptFor.toNanos() - System.nanoTime();
    }

    synchronized void touch(Touched what) {
        touched.add(what);
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /**
     * Until it is closed.
     *
     * @param whenDeserted is to close it, unless somebody has come meanwhile; not told within the lock of this channel, because
     *                     whoever opens it has the other one first
     */
    void run(Runnable whenDeserted) {
        while (!isClosed()) {
            if (isDeserted()) {
                whenDeserted.run();
            } else {
                Map<StationRef, List<Touched>> byStation =
                        take().stream().collect(Collectors.groupingBy(Touched::station));
                byStation.forEach(this::tell);
            }
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** None: it is closed, or nobody reads any more. */
    private synchronized List<Touched> take() {
        while (touched.isEmpty() && !closed && !isDeserted()) {
            try {
                wait(readers.isEmpty() ? Duration.ofNanos(left()).toMillis() + 1 : 0);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                closed = true;
            }
        }
        List<Touched> some = closed ? List.of() : List.copyOf(touched);
        touched.clear();
        return some;
    }

    private void tell(StationRef station, List<Touched> places) {
        try {
            OneByOne.attempt(
                    () -> "tenant=" + station.tenant() + " station=" + station.identity() + " telling partners",
                    () -> publish(station, places, connectors.of(station)));
        } catch (PassesByItself databaseAway) {
            places.forEach(this::touch);
            pause();
        }
    }

    private synchronized void pause() {
        try {
            wait(BEFORE_NEXT_TRY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void publish(StationRef station, List<Touched> places, List<PartnerConnector> now) {
        List<PartnerConnector> told = new ArrayList<>(now);
        told.removeIf(connector ->
                places.stream().noneMatch(each -> each.place().covers(connector.evse(), connector.connector())));
        told.forEach(connector -> publish(FeedMessage.of(id(++last), connector)));
        for (Touched each : places) {
            BlockPlace place = each.place();
            boolean gone = place.connector() != 0
                    && now.stream()
                            .noneMatch(one -> one.evse() == place.evse() && one.connector() == place.connector());
            if (gone) {
                publish(FeedMessage.removed(id(++last), station.identity(), place.evse(), place.connector()));
            }
        }
    }

    private void publish(FeedMessage message) {
        kept.add(message);
        if (kept.size() > KEPT) {
            kept.remove();
        }
        readers.forEach(reader -> reader.offer(message));
    }

    private String id(long number) {
        return epoch + "-" + number;
    }
}
