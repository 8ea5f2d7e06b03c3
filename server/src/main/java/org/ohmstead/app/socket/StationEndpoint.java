package org.ohmstead.app.socket;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.impl.ContextInternal;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.ohmstead.app.settings.StationSettings.DefaultVersion;
import org.ohmstead.app.socket.StationDoor.Admitted;
import org.ohmstead.app.socket.StationDoor.Entry;
import org.ohmstead.app.socket.StationDoor.Knock;
import org.ohmstead.app.socket.StationDoor.TurnedAway;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.Attempt;
import org.ohmstead.stations.Attempt.Reason;
import org.ohmstead.tenants.Tenant;

/**
 * Where stations dial in (OCPP-J §3). The event loop reads the handshake; whether the station may come in is looked up on a
 * virtual thread, because that asks the database and computes with passwords.
 */
public final class StationEndpoint {
    private static final System.Logger LOG = System.getLogger(StationEndpoint.class.getName());
    private static final long TICK_MS = 1000;
    private static final String SUBPROTOCOL = "Sec-WebSocket-Protocol";

    private final LinkServices services;
    private final OpenLinks open;
    private final FailedHandshakes failures;
    private final Refusals refusals;
    private final Proxies proxies;

    /** @param counted told the word of each reason for which a handshake was refused */
    public StationEndpoint(LinkServices services, Refusals.Counted counted) {
        this.services = services;
        this.open = new OpenLinks(
                services.settings().sockets().largeMessageRoom().count());
        this.failures = new FailedHandshakes(
                services.settings().stations().failedHandshakesPerMinute(),
                services.settings().stations().unknownIdentitiesPerMinute(),
                services.engine().timers()::nanos);
        this.refusals = new Refusals(services, counted);
        this.proxies = new Proxies(services.settings().http().trustedProxies());
    }

    /** Begins to watch over the connections. */
    public void start(Vertx vertx) {
        vertx.setPeriodic(TICK_MS, id -> open.tick(services.engine().timers().nanos()));
    }

    /**
     * Takes the request if a station sent it: where stations connect, and wherever else somebody asks for a WebSocket, because
     * nobody but stations does.
     *
     * @return false: it is somebody else's
     */
    public boolean handle(HttpServerRequest request) {
        Optional<StationPath> path = StationPath.ofSharedPort(request.uri());
        if (path.isPresent()) {
            handle(request, path.get(), null);
        } else if (isStationsKnock(request)) {
            StationPath wrong = StationPath.ofWrongPlace(request.uri());
            handle(request, wrong, away(Reason.NO_STATION_PATH, Refusals.rightPath(request, wrong)));
        } else {
            return false;
        }
        return true;
    }

    /** On a port that only stations use. */
    public void handleOnStationPort(HttpServerRequest request) {
        handle(request, StationPath.ofStationPort(request.uri()), null);
    }

    public int connections() {
        return open.size();
    }

    /** Calls to stations on the wire or waiting. */
    public int waitingCalls() {
        return open.waitingCalls();
    }

    /** Blocks until all connections are closed, or patience ran out. */
    public void shutDown(Duration patience) throws InterruptedException {
        open.shutDown(patience);
    }

    /** @param misplaced that it knocked at the wrong place; null: it did not */
    private void handle(HttpServerRequest request, StationPath path, @Nullable TurnedAway misplaced) {
        boolean tls = FirstLine.isTls(request.connection());
        Knock knock = knock(request, tls ? StationPath.UNREADABLE : path);
        TurnedAway hopeless = tls ? tls() : misplaced != null ? misplaced : hopeless(request, path);
        Optional<Visit> visit =
                failures.begin(knock.address(), name(knock, hopeless)).map(trial -> new Visit(request, knock, trial));
        if (visit.isEmpty()) {
            refusals.tooMany(request, knock);
        } else if (hopeless != null) {
            refusals.refuse(visit.get(), hopeless);
        } else {
            request.pause(); // until it is known who knocks
            Context context = eventLoop();
            CompletableFuture.supplyAsync(
                            () -> services.door().knock(knock),
                            services.engine().workers())
                    .whenComplete((entry, failure) ->
                            context.runOnContext(v -> answer(visit.get(), entryOf(entry, failure))));
        }
    }

    /** Under which name a knock counts: what is hopeless whoever sends it must not count against the station that it names. */
    private static String name(Knock knock, @Nullable TurnedAway hopeless) {
        String identity = String.valueOf(knock.path().identity()).toLowerCase(Locale.ROOT);
        if (hopeless == null) {
            return knock.path().tenant().orElse("") + "/" + identity;
        }
        Reason reason = hopeless.reason();
        return reason == Reason.NO_STATION_PATH ? reason + " " + identity : reason.toString();
    }

    private Knock knock(HttpServerRequest request, StationPath path) {
        List<String> subprotocols = request.headers().getAll(SUBPROTOCOL);
        return new Knock(
                proxies.addressOf(request),
                path,
                request.getHeader(HttpHeaders.AUTHORIZATION),
                subprotocols.isEmpty() ? null : String.join(", ", subprotocols));
    }

    /** What is wrong whoever it is; null: nothing. */
    private @Nullable TurnedAway hopeless(HttpServerRequest request, StationPath path) {
        if (open.isEnding()) {
            return away(Reason.SHUTTING_DOWN, "the server is shutting down");
        } else if (!isUpgrade(request)) {
            return away(
                    Reason.BAD_HANDSHAKE,
                    "stations connect here by WebSocket: the headers Connection: Upgrade and"
                            + " Upgrade: websocket are needed, with GET");
        } else if (path.identity() == null) {
            String why = path.fault() == null ? "" : "; what stands there " + path.fault();
            return away(Reason.NO_IDENTITY, "the URL must end with the station's identity: /ocpp/{identity}" + why);
        }
        return null;
    }

    private static TurnedAway tls() {
        return away(
                Reason.TLS_ON_PLAIN_PORT,
                "it began with TLS, which this port does not speak: set ws:// instead of wss:// in the station, or put"
                        + " a proxy that speaks TLS in front of this port");
    }

    /** When the store cannot say who it is, the station is asked to come again; it is not told that it is unknown. */
    private static Entry entryOf(@Nullable Entry entry, @Nullable Throwable failure) {
        if (entry == null) {
            LOG.log(Level.WARNING, "A station could not be looked up: " + failure);
            return away(Reason.STORE_UNAVAILABLE, "the database is not available");
        }
        return entry;
    }

    private void answer(Visit visit, Entry entry) {
        switch (entry) {
            case TurnedAway away -> refusals.refuse(visit, away);
            case Admitted station -> upgrade(visit, station);
        }
    }

    private void upgrade(Visit visit, Admitted station) {
        HttpServerRequest request = visit.request();
        Subprotocols offered = Subprotocols.of(request.headers().getAll(SUBPROTOCOL));
        Optional<Subprotocols.Agreed> agreed = offered.agree();
        // Vert.x itself would compare exactly; left without a list of its own it passes this header on.
        agreed.ifPresent(it -> request.response().putHeader(SUBPROTOCOL, it.token()));
        String extensions = request.getHeader("Sec-WebSocket-Extensions");
        RawTarget.makeAcceptable(request);
        HttpConnection connection = request.connection();
        request.toWebSocket().onComplete(done -> {
            if (done.failed()) {
                refusals.note(
                        visit,
                        away(Reason.BAD_HANDSHAKE, String.valueOf(done.cause().getMessage())));
            } else if (agreed.isEmpty() && !offered.isSilent()) {
                noCommonVersion(done.result(), visit, station, offered);
            } else {
                visit.trial().passed();
                OcppVersion version = agreed.map(Subprotocols.Agreed::version)
                        .or(() -> unspoken(visit.knock(), station))
                        .orElse(null);
                connect(Upgraded.of(done.result(), connection), visit.knock(), station, version, extensions);
            }
        });
    }

    private void connect(
            Upgraded socket,
            Knock knock,
            Admitted station,
            @Nullable OcppVersion version,
            @Nullable String extensions) {
        OpenLink link = new OpenLink(services, station, knock, socket, eventLoop(), open);
        open.add(link);
        link.begin(version, extensions);
    }

    /** What a station speaks that offered nothing (gotcha 1); empty: its first message will tell. */
    private Optional<OcppVersion> unspoken(Knock knock, Admitted station) {
        return Optional.ofNullable(station.defaultVersion())
                .or(() -> Optional.ofNullable(knock.path().version()))
                .or(() -> ofSettings(services.settings().stations().defaultVersion()));
    }

    private static Optional<OcppVersion> ofSettings(DefaultVersion version) {
        return switch (version) {
            case SNIFF -> Optional.empty();
            case V1_6 -> Optional.of(OcppVersion.V16);
            case V2_0_1 -> Optional.of(OcppVersion.V201);
            case V2_1 -> Optional.of(OcppVersion.V21);
        };
    }

    /** OCPP-J §3.3: the handshake is completed without the header, and the connection closed at once. */
    private void noCommonVersion(ServerWebSocket socket, Visit visit, Admitted station, Subprotocols offered) {
        String detail = "offered were only " + offered + "; spoken are ocpp1.6, ocpp2.0.1 and ocpp2.1";
        refusals.note(visit, new TurnedAway(station.station().tenant(), Reason.NO_COMMON_SUBPROTOCOL, detail));
        socket.close((short) CloseCode.PROTOCOL_ERROR, "spoken are ocpp1.6, ocpp2.0.1 and ocpp2.1");
    }

    /** Of this connection; not the copy that Quarkus makes for each request, which would be kept as long as the connection. */
    private static Context eventLoop() {
        ContextInternal current = (ContextInternal) Objects.requireNonNull(Vertx.currentContext(), "an event loop");
        return current.unwrap();
    }

    /** Deliberately strict about "Connection: Upgrade" (gotcha 4): a request without it is not a handshake, whoever sends it. */
    private static boolean isUpgrade(HttpServerRequest request) {
        return request.method() == HttpMethod.GET
                && has(request.headers().getAll(HttpHeaders.CONNECTION), "upgrade")
                && has(request.headers().getAll(HttpHeaders.UPGRADE), "websocket");
    }

    private static boolean isStationsKnock(HttpServerRequest request) {
        return has(request.headers().getAll(HttpHeaders.UPGRADE), "websocket")
                || has(request.headers().getAll(SUBPROTOCOL), "ocpp");
    }

    private static boolean has(List<String> headers, String token) {
        return headers.stream()
                .anyMatch(header -> header.toLowerCase(Locale.ROOT).contains(token));
    }

    private static TurnedAway away(Attempt.Reason reason, String detail) {
        return new TurnedAway(Tenant.DEFAULT.id(), reason, detail);
    }
}
