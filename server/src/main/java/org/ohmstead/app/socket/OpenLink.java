package org.ohmstead.app.socket;

import io.vertx.core.Context;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ohmstead.app.settings.CallSettings;
import org.ohmstead.app.socket.StationDoor.Admitted;
import org.ohmstead.app.socket.StationDoor.Knock;
import org.ohmstead.app.socket.StationSocket.Pause;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppSend;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.rpc.LinkSettings;
import org.ohmstead.ocpp.rpc.OcppLink;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.rpc.Routes;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.StationLink;
import org.ohmstead.stations.StationRef;

/**
 * A station's connection from the handshake to its end. It becomes the station's link when its version is known and its row
 * is written; until then the socket is not read. State is keyed by connection, so an old one that ends late changes nothing
 * (gotchas 13, 14).
 */
final class OpenLink implements StationLink, StationSocket.Owner {
    private static final System.Logger LOG = System.getLogger(OpenLink.class.getName());
    private static final int INBOUND_QUEUE = 64;

    private final LinkServices services;
    private final Admitted station;
    private final StationSocket socket;
    private final Consumer<OpenLink> forget;
    private final Instant since;
    /** Holds a password, and is gone as soon as the connection is noted. */
    private @Nullable Knock knock;
    /** What came before the link stood; touched on the event loop alone. */
    private @Nullable Queue<String> early = new ArrayDeque<>(1);

    private boolean starting;
    private volatile @Nullable OcppLink<Caller> link;
    private volatile OcppVersion version = OcppVersion.V16;
    private volatile long connection;
    private volatile boolean booted;
    /** When our CALLs may leave without a BootNotification; {@link Long#MAX_VALUE}: not before one. */
    private volatile long opensAt = Long.MAX_VALUE;

    /**
     * @param context the event loop of the socket
     * @param forget  told when this connection has ended
     */
    OpenLink(
            LinkServices services,
            Admitted station,
            Knock knock,
            Upgraded wire,
            Context context,
            Consumer<OpenLink> forget) {
        this.services = services;
        this.station = station;
        this.knock = knock;
        this.forget = forget;
        this.since = services.clock().instant();
        this.socket = new StationSocket(
                wire, context, services.settings().sockets(), services.engine().timers()::nanos, this);
    }

    /** On the event loop, right behind the handshake. @param agreed null: the first message will tell */
    void begin(@Nullable OcppVersion agreed, @Nullable String extensions) {
        socket.open(extensions);
        if (agreed == null) {
            services.links().of(station.station()).ifPresent(OpenLink::replaced);
        } else {
            start(agreed);
        }
    }

    private void start(OcppVersion agreed) {
        starting = true;
        version = agreed;
        socket.pause(Pause.STARTING);
        Knock came = Objects.requireNonNull(knock);
        knock = null;
        CompletableFuture.supplyAsync(
                        () -> services.door().opened(station, agreed, came),
                        services.engine().workers())
                .whenComplete((row, failure) -> {
                    if (failure == null) {
                        socket.onEventLoop(() -> started(row, came.address()));
                    } else {
                        LOG.log(
                                Level.WARNING,
                                () -> "tenant=" + station.station().tenant() + " station="
                                        + station.station().identity() + " is sent away: " + failure.getMessage());
                        socket.close(CloseCode.TRY_AGAIN_LATER, "the database is not available, try again later");
                    }
                });
    }

    private void started(long row, String address) {
        connection = row;
        if (socket.isGone()) {
            services.door().closed(station.station(), row, CloseCode.LOST, "the connection was lost at once");
            return;
        }
        Routes<Caller> routes =
                Objects.requireNonNull(services.protocol().routes().get(version));
        OcppLink<Caller> made = new OcppLink<>(
                this::caller,
                routes,
                linkSettings(),
                socket,
                services.engine(),
                new BootWatch(services.protocol().observers().of(this), this::bootAnswered));
        link = made;
        CallSettings calls = services.settings().calls();
        Duration grace = station.accepted() ? calls.reconnectGrace() : calls.commandsGrace();
        opensAt = services.engine().timers().nanos() + grace.toNanos();
        StationLink old = services.links().put(this);
        if (old == this) {
            replaced(this);
            return;
        }
        if (old != null) {
            if (old instanceof OpenLink former && former.link != null && former.version == version) {
                made.resume(Objects.requireNonNull(former.link).replies());
            }
            replaced(old);
        }
        log("connected from " + address + " as OCPP " + version.number());
        Queue<String> waiting = Objects.requireNonNull(early);
        early = null;
        waiting.forEach(made::received);
        socket.resume(Pause.STARTING);
    }

    private LinkSettings linkSettings() {
        CallSettings calls = services.settings().calls();
        return LinkSettings.DEFAULT
                .withCallTimeout(calls.callTimeout())
                .withQueues(INBOUND_QUEUE, calls.callQueue())
                .withCloseAfterTimeouts(calls.closeAfterTimeouts())
                .withStrict(station.strict())
                .withZone(station.zone());
    }

    private Caller caller(String messageId, String action, List<Deviation> deviations) {
        ZoneId zone = station.zone();
        Instant now = services.clock().instant();
        return new Caller(station.station(), version, connection, messageId, now, zone, deviations);
    }

    @Override
    public void received(String text) {
        OcppLink<Caller> open = link;
        if (open != null && early == null) {
            open.received(text);
            return;
        }
        Objects.requireNonNull(early).add(text);
        if (!starting) {
            start(VersionGuess.of(text, station.lastVersion()));
        }
    }

    @Override
    public void gone(int code, String reason) {
        forget.accept(this);
        OcppLink<Caller> open = link;
        if (open != null) {
            open.closed(reason);
            services.links().remove(this);
            services.door().closed(station.station(), connection, code, reason);
            log("disconnected, code " + code + ": " + reason);
        }
    }

    /** Some stations break when they are asked anything before their BootNotification is answered (gotcha 67). */
    private void bootAnswered(boolean rejected) {
        booted = true;
        OcppLink<Caller> open = Objects.requireNonNull(link);
        if (rejected) {
            opensAt = Long.MAX_VALUE; // B03.FR.03
        } else {
            open.afterAnswer(open::open);
        }
    }

    void tick(long now) {
        socket.tick(now);
        OcppLink<Caller> open = link;
        if (open != null && opensAt != Long.MAX_VALUE && now - opensAt >= 0 && !open.isOpen()) {
            opensAt = Long.MAX_VALUE;
            open.open();
        }
    }

    /** Reads no more, lets finish what runs, and closes. Blocks. */
    void shutDown(Duration patience) throws InterruptedException {
        socket.onEventLoop(() -> socket.pause(Pause.DRAINING));
        OcppLink<Caller> open = link;
        if (open != null && !open.drain(patience)) {
            log("a call was still being served after " + patience + "; the station will repeat it");
        }
        close(CloseCode.GOING_AWAY, "the server is shutting down");
    }

    private static void replaced(StationLink old) {
        old.close(CloseCode.POLICY, "replaced by a newer connection");
    }

    private void log(String what) {
        StationRef ref = station.station();
        LOG.log(
                Level.INFO,
                () -> "tenant=" + ref.tenant() + " station=" + ref.identity() + " connection=" + connection + " "
                        + what);
    }

    @Override
    public StationRef station() {
        return station.station();
    }

    @Override
    public OcppVersion version() {
        return version;
    }

    @Override
    public long connection() {
        return connection;
    }

    @Override
    public Instant since() {
        return since;
    }

    @Override
    public <R extends OcppResult> CompletableFuture<Outcome<R>> call(OcppCall<R> request, Duration timeout) {
        OcppLink<Caller> open = link;
        return open == null
                ? CompletableFuture.completedFuture(new Outcome.NotConnected<>("the connection is just being made"))
                : open.call(request, timeout);
    }

    @Override
    public void send(OcppSend message) {
        OcppLink<Caller> open = link;
        if (open != null) {
            open.send(message);
        }
    }

    @Override
    public void close(int code, String reason) {
        socket.close(code, reason);
    }

    @Override
    public boolean booted() {
        return booted;
    }

    /** Calls on the wire or waiting, for the metrics. */
    int waitingCalls() {
        OcppLink<Caller> open = link;
        return open == null ? 0 : open.waitingCalls();
    }
}
