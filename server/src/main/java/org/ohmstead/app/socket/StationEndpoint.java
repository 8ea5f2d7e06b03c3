package org.ohmstead.app.socket;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.ohmstead.app.socket.handshake.EvenTime;
import org.ohmstead.app.socket.handshake.FailedHandshakes;
import org.ohmstead.app.socket.handshake.Proxies;
import org.ohmstead.app.socket.handshake.StationDoor.Admitted;
import org.ohmstead.app.socket.handshake.StationDoor.Entry;
import org.ohmstead.app.socket.handshake.StationDoor.Knock;
import org.ohmstead.app.socket.handshake.StationDoor.TurnedAway;
import org.ohmstead.app.socket.handshake.StationPath;
import org.ohmstead.app.socket.handshake.Transports;
import org.ohmstead.app.socket.handshake.Visit;
import org.ohmstead.app.socket.listening.FirstLine;
import org.ohmstead.app.socket.listening.FirstLines;
import org.ohmstead.app.socket.listening.Strangers;
import org.ohmstead.stations.connections.Attempt;
import org.ohmstead.stations.connections.Attempt.Reason;
import org.ohmstead.tenants.Tenant;

/**
 * Where stations dial in (OCPP-J §3). The event loop reads the handshake; whether the station may come in is looked up on a
 * virtual thread, because that asks the database and computes with passwords.
 */
public final class StationEndpoint {
    private static final System.Logger LOG = System.getLogger(StationEndpoint.class.getName());
    private static final long TICK_MS = 1000;

    /** Where the programs are: stations have never been here, and what a program shows is not to be kept as a station's. */
    private static final String API = "/api/";

    private final LinkServices services;
    private final OpenLinks open;
    private final FailedHandshakes failures;
    private final Refusals refusals;
    private final Upgrades upgrades;
    private final Proxies proxies;
    private final Transports transports;
    private final Strangers strangers;
    private final AtomicLong handshakes = new AtomicLong();

    /** @param counted told the word of each reason for which a handshake was refused */
    public StationEndpoint(LinkServices services, Refusals.Counted counted) {
        this.services = services;
        this.open = new OpenLinks(
                services.settings().sockets().largeMessageRoom().count(),
                services.settings().stations().connectionsPerStation());
        this.failures = new FailedHandshakes(
                services.settings().stations().failedHandshakesPerMinute(),
                services.settings().stations().unknownIdentitiesPerMinute(),
                services.engine().timers()::nanos);
        this.refusals = new Refusals(services, counted);
        this.upgrades = new Upgrades(services, open, refusals);
        this.proxies = new Proxies(services.settings().http().trustedProxies());
        this.transports = new Transports(services.settings());
        this.strangers = new Strangers(services.settings().http().mostUnproven());
    }

    /** Begins to watch over the connections. */
    public void start(Vertx vertx) {
        FirstLines.tell(new TlsKnocks(failures, refusals));
        vertx.setPeriodic(TICK_MS, id -> open.tick(services.engine().timers().nanos()));
    }

    /**
     * Takes the request if a station sent it: where stations connect, and wherever else somebody asks for a WebSocket but the API,
     * because nobody but stations does.
     *
     * @param foreign whether a browser asks for a page of somebody else
     * @return false: it is somebody else's
     */
    public boolean handle(HttpServerRequest request, boolean foreign) {
        strangers.watch(request.connection());
        Optional<StationPath> path = StationPath.ofSharedPort(request.uri()).map(this::shown);
        if (path.isPresent()) {
            handle(request, path.get(), foreign ? foreign() : null);
        } else if (isStationsKnock(request)) {
            StationPath knocked = StationPath.ofWrongPlace(request.uri());
            StationPath wrong = hasTokensInPath() ? knocked.withSecret().withoutTokens() : knocked;
            boolean tls = transports.of(request).tls();
            TurnedAway lost = away(Reason.NO_STATION_PATH, Refusals.rightPath(request, wrong, tls));
            handle(request, wrong, foreign ? foreign() : lost);
        } else {
            return false;
        }
        return true;
    }

    /** On a port that only stations use. */
    public void handleOnStationPort(HttpServerRequest request, boolean foreign) {
        strangers.watch(request.connection());
        handle(request, shown(StationPath.ofStationPort(request.uri())), foreign ? foreign() : null);
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

    /** @param wrong what is wrong with who knocks, or with where; null: nothing */
    private void handle(HttpServerRequest request, StationPath path, @Nullable TurnedAway wrong) {
        long number = handshakes.incrementAndGet();
        boolean tls = FirstLine.isTls(request.connection());
        Knock knock = knock(request, tls ? StationPath.UNREADABLE : path);
        TurnedAway hopeless = tls ? tls() : wrong != null ? wrong : hopeless(request, path);
        Optional<Visit> visit = failures.begin(
                        knock.address(), name(knock, hopeless), hopeless == null && knock.hasSecret())
                .map(trial -> new Visit(request, knock, trial, number));
        if (visit.isEmpty()) {
            refusals.tooMany(request, knock);
        } else if (hopeless != null) {
            refusals.refuse(visit.get(), hopeless);
        } else {
            request.pause(); // until it is known who knocks
            request.exceptionHandler(hungUp -> {}); // that nobody is there is seen then
            Context context = Upgrades.eventLoop();
            long began = services.engine().timers().nanos();
            CompletableFuture.supplyAsync(
                            () -> services.door().knock(knock),
                            services.engine().workers())
                    .whenComplete((entry, failure) ->
                            context.runOnContext(v -> answer(visit.get(), entryOf(entry, failure), context, began)));
        }
    }

    /** Under which name a knock counts: what is hopeless whoever sends it must not count against the station that it names. */
    private static String name(Knock knock, @Nullable TurnedAway hopeless) {
        if (hopeless == null) {
            return knock.path().name();
        }
        Reason reason = hopeless.reason();
        String identity = String.valueOf(knock.path().identity()).toLowerCase(Locale.ROOT);
        return reason == Reason.NO_STATION_PATH ? reason + " " + identity : reason.toString();
    }

    /** Without what may be a secret, where such may stand in it. */
    private StationPath shown(StationPath path) {
        return hasTokensInPath() ? path.withSecret() : path;
    }

    private boolean hasTokensInPath() {
        return services.settings().stationSecurity().tokensInPath();
    }

    private Knock knock(HttpServerRequest request, StationPath path) {
        List<String> subprotocols = request.headers().getAll(Upgrades.SUBPROTOCOL);
        return new Knock(
                proxies.addressOf(request),
                transports.of(request),
                path,
                request.getHeader(HttpHeaders.AUTHORIZATION),
                subprotocols.isEmpty() ? null : Attempt.withoutKeys(String.join(", ", subprotocols)));
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

    private static TurnedAway foreign() {
        return away(
                Reason.FOREIGN_ORIGIN,
                "a page of another origin asked for it, in somebody's browser; a station that sends the header Origin must name"
                        + " this server there, by its address or by public-url");
    }

    private static TurnedAway tls() {
        return away(
                Reason.TLS_ON_PLAIN_PORT,
                "it began with TLS, which this port does not speak: set ws:// instead of wss:// in the station, or let it"
                        + " dial the port with TLS (tls-port)");
    }

    /** When the store cannot say who it is, the station is asked to come again; it is not told that it is unknown. */
    private static Entry entryOf(@Nullable Entry entry, @Nullable Throwable failure) {
        if (entry == null) {
            LOG.log(Level.WARNING, "A station could not be looked up: " + failure);
            return away(Reason.STORE_UNAVAILABLE, "the database is not available");
        }
        return entry;
    }

    private void answer(Visit visit, Entry entry, Context context, long began) {
        if (!((ConnectionBase) visit.request().connection()).channel().isActive()) {
            visit.trial().passed(); // nobody is there any more
            return;
        }
        switch (entry) {
            case TurnedAway away
            when refusals.hides(away.reason()) ->
                context.owner()
                        .setTimer(
                                EvenTime.left(services.engine().timers().nanos() - began),
                                id -> context.runOnContext(v -> refusals.refuse(visit, away)));
            case TurnedAway away -> refusals.refuse(visit, away);
            case Admitted station -> upgrades.upgrade(visit, station);
        }
    }

    /**
     * Deliberately strict about "Connection: Upgrade" (field note 4): a request without it is not a handshake, whoever sends
     * it.
     */
    private static boolean isUpgrade(HttpServerRequest request) {
        return request.method() == HttpMethod.GET
                && has(request.headers().getAll(HttpHeaders.CONNECTION), "upgrade")
                && has(request.headers().getAll(HttpHeaders.UPGRADE), "websocket");
    }

    private static boolean isStationsKnock(HttpServerRequest request) {
        String path = request.path();
        return (path == null || !path.startsWith(API)) && hasWordsOfStations(request);
    }

    private static boolean hasWordsOfStations(HttpServerRequest request) {
        return has(request.headers().getAll(HttpHeaders.UPGRADE), "websocket")
                || has(request.headers().getAll(Upgrades.SUBPROTOCOL), "ocpp");
    }

    private static boolean has(List<String> headers, String token) {
        return headers.stream()
                .anyMatch(header -> header.toLowerCase(Locale.ROOT).contains(token));
    }

    private static TurnedAway away(Attempt.Reason reason, String detail) {
        return new TurnedAway(Tenant.DEFAULT.id(), reason, detail);
    }
}
