package org.ohmstead.app.socket;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The connections of each station, until they are closed on the wire, too. It needs one, and has some more while old ones end;
 * whoever only knows its identity must not hold thousands. The newest ones stay, because the station itself may be among them, and
 * the one that serves.
 *
 * <p>One of them serves. Another one takes over when it speaks, or when the one that serves is gone: a handshake that leads to
 * nothing, as tools and strangers make them, takes nothing from the station.
 */
final class SocketsOfStations {
    private final int most;
    private final ConcurrentMap<Long, Sockets> byStation = new ConcurrentHashMap<>();

    /** Of one station. Guarded by the map while they stand in it. */
    private static final class Sockets {
        final List<OpenLink> all = new ArrayList<>(1);
        /** Those that could serve at once. In the order in which they came. */
        final List<OpenLink> waiting = new ArrayList<>(0);

        @Nullable
        OpenLink serving;

        /** The one that served until the one that does has spoken, and serves again if that is not let in after all. */
        @Nullable
        OpenLink before;

        boolean isEmpty() {
            return all.isEmpty() && serving == null;
        }
    }

    /**
     * Where a connection stands among those of its station.
     *
     * @param serving the one that serves; null: none does
     * @param tooMany the one that has to go for it; null: none
     */
    record Place(@Nullable OpenLink serving, @Nullable OpenLink tooMany) {}

    /** @param most of one station */
    SocketsOfStations(int most) {
        this.most = most;
    }

    /** @param canServe whether it could at once, because it has said what it speaks */
    Place add(OpenLink young, boolean canServe) {
        Place[] place = new Place[1];
        byStation.compute(young.station().id(), (station, known) -> {
            Sockets sockets = known == null ? new Sockets() : known;
            sockets.all.add(young);
            if (canServe && sockets.serving == null) {
                sockets.serving = young;
            } else if (canServe) {
                sockets.waiting.add(young);
            }
            place[0] = new Place(sockets.serving, sockets.all.size() > most ? oldestBeside(sockets) : null);
            return sockets;
        });
        return place[0];
    }

    private static @Nullable OpenLink oldestBeside(Sockets sockets) {
        OpenLink oldest = sockets.all.stream()
                .filter(each -> each != sockets.serving && each != sockets.before)
                .findFirst()
                .orElse(null);
        sockets.all.remove(oldest);
        sockets.waiting.remove(oldest);
        return oldest;
    }

    /** It speaks, so it serves from now on, unless a newer one does already. */
    void speaks(OpenLink link) {
        byStation.computeIfPresent(link.station().id(), (station, sockets) -> {
            sockets.waiting.remove(link);
            OpenLink serving = sockets.serving;
            if (serving == null || serving.handshake() < link.handshake()) {
                sockets.before = serving;
                sockets.serving = link;
            }
            return sockets;
        });
    }

    /** It has ended, as far as its station is concerned. @return the one that serves in its place; null: none has to be told */
    @Nullable
    OpenLink ended(OpenLink link) {
        @Nullable OpenLink[] next = new @Nullable OpenLink[1];
        byStation.computeIfPresent(link.station().id(), (station, sockets) -> {
            sockets.waiting.remove(link);
            if (sockets.before == link) {
                sockets.before = null;
            }
            if (sockets.serving == link && sockets.before != null) {
                sockets.serving = sockets.before;
                sockets.before = null;
            } else if (sockets.serving == link) {
                sockets.serving = sockets.waiting.isEmpty() ? null : sockets.waiting.removeLast();
                next[0] = sockets.serving;
            }
            return sockets.isEmpty() ? null : sockets;
        });
        return next[0];
    }

    /** It has ended on the wire, too. */
    void remove(OpenLink link) {
        byStation.computeIfPresent(link.station().id(), (station, sockets) -> {
            sockets.all.remove(link);
            return sockets.isEmpty() ? null : sockets;
        });
    }
}
