package org.ohmstead.app.socket;

import io.vertx.core.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.ohmstead.app.settings.CallSettings;
import org.ohmstead.app.socket.frames.Arrivals;
import org.ohmstead.app.socket.frames.CloseCode;
import org.ohmstead.app.socket.frames.EarlyMessages;
import org.ohmstead.app.socket.frames.LargeMessageRoom;
import org.ohmstead.app.socket.frames.MessageLimit;
import org.ohmstead.app.socket.handshake.FirstWords;
import org.ohmstead.app.socket.handshake.Probation;
import org.ohmstead.app.socket.handshake.StationDoor.Admitted;
import org.ohmstead.app.socket.handshake.StationDoor.Knock;
import org.ohmstead.app.socket.handshake.VersionGuess;
import org.ohmstead.app.socket.handshake.Visit;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppSend;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.rpc.OcppLink;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.StationLink;
import org.ohmstead.stations.StationRef;

/**
 * A station's connection from the handshake to its end. It becomes the station's link when its version is known and its row
 * is written; until then the socket is not read. State is keyed by connection, so an old one that ends late changes nothing
 * (field notes 13, 14).
 */
final class OpenLink implements StationLink, StationSocket.Owner {
    private final LinkServices services;
    private final Admitted station;
    private final StationSocket socket;
    private final Arrivals arrivals;
    private final OpenLinks open;
    private final ConnectionRow row;
    private final @Nullable Probation probation;
    private final Instant since;
    private final long handshake;
    /** Holds a password, and is gone as soon as the connection is noted. */
    private @Nullable Knock knock;

    private final EarlyMessages early = new EarlyMessages();
    private final Opening opening = new Opening();

    // These on the event loop alone.
    /** What the handshake says that it speaks; null: nothing. */
    private @Nullable OcppVersion agreed;
    /** Whether another connection served when this one came. */
    private boolean waits;

    private boolean starting;
    /** How it ended, which may be before it was a link; null: it has not. */
    private @Nullable Ending ending;

    private volatile @Nullable OcppLink<Caller> link;
    private volatile OcppVersion version = OcppVersion.V16;

    private record Ending(int code, String reason) {}

    /**
     * @param context the event loop of the socket
     * @param open    all connections, of which this is one until it ends
     */
    OpenLink(LinkServices services, Admitted station, Visit visit, Upgraded wire, Context context, OpenLinks open) {
        this.services = services;
        this.station = station;
        this.knock = visit.knock();
        this.handshake = visit.number();
        this.row = new ConnectionRow(services, station);
        this.probation = wire.probation();
        this.open = open;
        this.since = services.clock().instant();
        this.arrivals = new Arrivals(
                MessageLimit.of(services.settings().sockets(), station.accepted()),
                open.room(station.accepted()),
                services.engine().timers()::nanos);
        this.socket = new StationSocket(
                wire,
                context,
                services.settings().sockets(),
                arrivals,
                services.engine().timers()::nanos,
                this);
    }

    /** On the event loop, behind the handshake. While another one serves it waits; whether that lives is looked at. */
    void begin(@Nullable OcppVersion spoken, @Nullable String extensions) {
        agreed = spoken;
        OpenLink serving = open.add(this, spoken != null);
        socket.whenClosed(() -> open.closed(this));
        if (probation != null) {
            probation.begin();
        }
        socket.open(extensions);
        if (serving == this && spoken != null) {
            start(spoken);
        } else if (serving != null) {
            waits = true;
            row.log("has another connection, which waits until it speaks or this one is gone");
            serving.socket.probe();
        }
    }

    /** Its station has too many. */
    void leave() {
        socket.cut(CloseCode.POLICY, "replaced by newer connections, of which it has too many");
    }

    /** The connection that served is gone. On any thread. */
    void serve() {
        socket.onEventLoop(() -> {
            OcppVersion version = agreed;
            if (!starting && ending == null && version != null) {
                start(version);
            }
        });
    }

    private void start(OcppVersion spoken) {
        starting = true;
        version = spoken;
        socket.pause(Pause.STARTING);
        Knock came = Objects.requireNonNull(knock);
        knock = null;
        boolean waited = waits || agreed == null;
        row.write(spoken, came, waited, () -> socket.onEventLoop(() -> started(came.address())), (reason, code) -> {
            socket.onEventLoop(early::giveUp);
            socket.close(code, reason);
        });
    }

    private void started(String address) {
        BootWatch watch = new BootWatch(services.protocol().observers().of(this), this::bootAnswered);
        OcppLink<Caller> made = services.link(station, this::caller, version, socket, watch);
        link = made;
        CallSettings calls = services.settings().calls();
        Duration grace = station.accepted() ? calls.reconnectGrace() : calls.commandsGrace();
        opening.begin(services.engine().timers().nanos(), grace);
        StationLink old = services.links().put(this); // this one itself, if a newer one is there already
        open.last().add(this, made);
        if (old != null) {
            old.close(CloseCode.POLICY, "replaced by a newer connection");
        }
        services.engine().workers().execute(this::closeUnlessServed);
        row.log("connected from " + address + " as OCPP " + version.number());
        early.handOn((text, place) -> Served.take(made, text, place));
        if (ending != null) {
            over(made, ending); // what it said in its short life is served all the same, as is what a loser said
        } else {
            socket.resume(Pause.STARTING);
        }
    }

    /** Whoever suspends its tenant closes the links that are there, and this one may have come a moment later. */
    private void closeUnlessServed() {
        if (!services.door().isServed(station())) {
            close(CloseCode.POLICY, "the organisation is suspended");
        }
    }

    private Caller caller(String messageId, String action, List<Deviation> deviations) {
        ZoneId zone = station.zone();
        Instant now = services.clock().instant();
        return new Caller(station.station(), version, row.number(), messageId, now, zone, deviations);
    }

    @Override
    public void received(String text, LargeMessageRoom.@Nullable Allocation place) {
        OcppLink<Caller> made = link;
        if (made != null && early.isOver()) {
            Served.take(made, text, place);
            return;
        }
        if (waits && !starting && !FirstWords.isCall(text, agreed)) {
            Served.drop(place); // nobody who speaks OCPP, so far
            return;
        }
        early.add(text, place);
        if (!starting) {
            open.speaks(this);
            OcppVersion spoken = agreed;
            start(spoken == null ? VersionGuess.of(text, station.lastVersion()) : spoken);
        }
    }

    @Override
    public void tooLarge(long size, String beginning) {
        String action = MessageLimit.actionIn(beginning);
        MessageLimit limit = arrivals.limit();
        services.protocol().observers().of(this).tooLarge(action, size, limit.bytes(), limit.setting());
    }

    @Override
    public void gone(int code, String reason) {
        open.remove(this);
        ending = new Ending(code, reason);
        if (link instanceof OcppLink<Caller> made) {
            over(made, ending);
        }
    }

    private void over(OcppLink<Caller> made, Ending how) {
        made.closed(how.reason());
        services.links().remove(this);
        row.ended(how.code(), how.reason());
    }

    private void bootAnswered(BootWatch.Answer answer) {
        opening.bootAnswered(Objects.requireNonNull(link), answer == BootWatch.Answer.REJECTED);
        if (probation != null && answer == BootWatch.Answer.ACCEPTED) {
            probation.passed();
        }
    }

    void tick(long now) {
        socket.tick(now);
        if (link instanceof OcppLink<Caller> made) {
            opening.tick(made, now);
        }
    }

    /** Reads no more, lets finish what runs, and closes. Blocks. */
    void shutDown(Duration patience) throws InterruptedException {
        socket.onEventLoop(() -> socket.pause(Pause.DRAINING));
        OcppLink<Caller> made = link;
        if (made != null && !made.drain(patience)) {
            row.log("a call was still being served after " + patience + "; the station will repeat it");
        }
        close(CloseCode.GOING_AWAY, "the server is shutting down");
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
        return row.number();
    }

    @Override
    public long handshake() {
        return handshake;
    }

    @Override
    public Instant since() {
        return since;
    }

    @Override
    public <R extends OcppResult> CompletableFuture<Outcome<R>> call(OcppCall<R> request, Duration timeout) {
        OcppLink<Caller> made = link;
        return made == null
                ? CompletableFuture.completedFuture(new Outcome.NotConnected<>("the connection is just being made"))
                : made.call(request, timeout);
    }

    @Override
    public void send(OcppSend message) {
        if (link instanceof OcppLink<Caller> made) {
            made.send(message);
        }
    }

    @Override
    public void close(int code, String reason) {
        socket.close(code, reason);
    }

    @Override
    public boolean booted() {
        return opening.booted();
    }

    /** Calls on the wire or waiting, for the metrics. */
    int waitingCalls() {
        return link instanceof OcppLink<Caller> made ? made.waitingCalls() : 0;
    }
}
