package org.ohmstead.simulator.station;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppSend;
import org.ohmstead.ocpp.rpc.LinkSettings;
import org.ohmstead.ocpp.rpc.OcppLink;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.simulator.station.network.Destinations;
import org.ohmstead.simulator.station.network.Network;

/** The connection of a station: dials, keeps the link of the moment, dials again with back-off (OCPP-J 2.x §5.3). */
public final class Connection {
    private static final int MOST_DOUBLINGS = 6;
    private static final Duration PING_INTERVAL = Duration.ofSeconds(60);

    private final Station station;
    private final Network network;
    private final StationOptions options;
    private final Destinations destinations;
    private volatile @Nullable Live live;
    private @Nullable CompletableFuture<Void> dialling;
    private boolean wanted;
    private int failures;

    /** A connection that stands; each is only equal to itself. */
    private static final class Live {
        private final WebSocket socket;
        private final StationWire wire;
        private final OcppLink<?> link;

        private Live(WebSocket socket, StationWire wire, OcppLink<?> link) {
            this.socket = socket;
            this.wire = wire;
            this.link = link;
        }
    }

    Connection(Station station, Network network, StationOptions options) {
        this.station = station;
        this.network = network;
        this.options = options;
        this.destinations = new Destinations(options.identity(), options.url(), options.password(), options.tls());
    }

    public boolean isUp() {
        return live != null;
    }

    /** Where it dials, and what it shows there from the next handshake on. */
    public Destinations destinations() {
        return destinations;
    }

    /** Closes what stands, and dials there instead. */
    public void move(List<Destinations.Destination> order) {
        close();
        destinations.go(order);
        open();
    }

    /** Dials, unless it stands or is being dialled; fails with the reason. */
    CompletableFuture<Void> open() {
        synchronized (station) {
            wanted = true;
            if (live != null) {
                return CompletableFuture.completedFuture(null);
            }
            CompletableFuture<Void> current = dialling;
            if (current != null) {
                return current;
            }
            CompletableFuture<Void> done = new CompletableFuture<>();
            dialling = done;
            String subprotocol = options.version().subprotocol();
            network.client(destinations.tls())
                    .connect(destinations.target(subprotocol))
                    .onComplete(result -> {
                        if (result.succeeded()) {
                            opened(result.result(), done);
                        } else {
                            refused(result.cause(), done);
                        }
                    });
            return done;
        }
    }

    /** Breaks the connection without a word, and does not dial again until told. */
    void lose() {
        Live current = live;
        synchronized (station) {
            wanted = false;
        }
        if (current != null) {
            current.wire.tear();
            closed(current, "lost");
        }
    }

    /** Closes politely, and does not dial again until told. */
    void close() {
        Live current = live;
        synchronized (station) {
            wanted = false;
        }
        if (current != null) {
            current.wire.close(1000, "");
            closed(current, "closed by the station");
        }
    }

    <R extends OcppResult> CompletableFuture<Outcome<R>> call(OcppCall<R> request) {
        Live current = live;
        if (current == null) {
            return CompletableFuture.completedFuture(new Outcome.NotConnected<>("the station is not connected"));
        }
        return current.link.call(request);
    }

    boolean send(OcppSend message) {
        Live current = live;
        return current != null && current.link.send(message);
    }

    /** Runs something once the answer to the command being handled has left. */
    void afterAnswer(Runnable what) {
        Live current = live;
        if (current == null) {
            network.workers().execute(what);
        } else {
            current.link.afterAnswer(() -> network.workers().execute(what));
        }
    }

    /** The wire of the moment, for what no link would do. */
    StationWire wire() {
        Live current = live;
        if (current == null) {
            throw new IllegalStateException(station.identity() + " is not connected");
        }
        return current.wire;
    }

    private void opened(WebSocket socket, CompletableFuture<Void> done) {
        // A CSMS without a common version completes the handshake and closes (OCPP-J §3.3).
        if (!options.version().subprotocol().equals(socket.subProtocol())) {
            socket.close();
            refused(
                    new IllegalStateException(
                            "the CSMS does not speak " + options.version().subprotocol()),
                    done);
            return;
        }
        StationWire wire = new StationWire(socket, station.mischief(), network);
        LinkSettings settings = LinkSettings.DEFAULT
                .withCallTimeout(options.callTimeout())
                .withStrict(options.strict())
                .withCloseAfterTimeouts(0)
                .withQueues(256, 256);
        OcppLink<?> link =
                station.protocol().link(wire, settings, network.engine(), new Watch(station, network.tally()));
        Live current = new Live(socket, wire, link);
        socket.textMessageHandler(text -> {
            String seen = wire.incoming(text);
            if (!seen.isEmpty()) {
                link.received(seen);
            }
        });
        socket.closeHandler(nothing -> closed(current, "closed: " + socket.closeStatusCode()));
        socket.exceptionHandler(error -> {});
        synchronized (station) {
            live = current;
            dialling = null;
            failures = 0;
        }
        destinations.reached();
        network.tally().connected.incrementAndGet();
        link.open();
        ping(current);
        network.workers().execute(station.lifecycle()::connected);
        done.complete(null);
    }

    private void refused(Throwable cause, CompletableFuture<Void> done) {
        String why = cause instanceof UpgradeRejectedException rejected
                ? "the CSMS refused the handshake with HTTP " + rejected.getStatus()
                : "no connection to " + destinations.current().url() + ": " + cause.getMessage();
        destinations.missed();
        network.tally().failed(options.identity(), why);
        synchronized (station) {
            dialling = null;
        }
        done.completeExceptionally(new IllegalStateException(options.identity() + ": " + why, cause));
        redial();
    }

    private void closed(Live which, String why) {
        synchronized (station) {
            if (live != which) {
                return;
            }
            live = null;
        }
        network.tally().connected.decrementAndGet();
        which.wire.gone();
        which.link.closed(why);
        station.lifecycle().disconnected();
        redial();
    }

    private void redial() {
        long delay;
        synchronized (station) {
            if (!wanted || !options.reconnects()) {
                return;
            }
            long least = options.reconnectAfter().toMillis() << Math.min(failures, MOST_DOUBLINGS);
            failures++;
            delay = least + (long) (least * station.random().nextDouble());
        }
        later(Duration.ofMillis(delay), () -> {
            if (wanted) {
                open();
            }
        });
    }

    /** So that both ends learn of a connection that silently died; any pong or frame is a sign of life. */
    private void ping(Live current) {
        later(PING_INTERVAL, () -> {
            if (live == current) {
                current.socket.writePing(Buffer.buffer("."));
                ping(current);
            }
        });
    }

    private void later(Duration delay, Runnable what) {
        try {
            network.alarms().schedule(what, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException ending) {
            // The process ends.
        }
    }
}
