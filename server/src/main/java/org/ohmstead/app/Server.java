package org.ohmstead.app;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.ohmstead.app.http.RequestDoor;
import org.ohmstead.app.openapi.ApiDocument;
import org.ohmstead.app.settings.Settings;
import org.ohmstead.app.socket.StationEndpoint;
import org.ohmstead.app.socket.listening.HostAddresses;
import org.ohmstead.app.socket.listening.ListenOptions;
import org.ohmstead.app.socket.listening.Welcome;
import org.ohmstead.app.tls.AcmeChallenges;
import org.ohmstead.authority.LostKeys;
import org.ohmstead.stations.ageing.StationUpkeep;

/** The life of the process: what listens, what is said about it, and how it ends. */
@Singleton
public class Server {
    private static final System.Logger LOG = System.getLogger(Server.class.getName());
    /** Before everything else that ends: the last answers still need all of it. */
    private static final int FIRST = 1;

    /** Quarkus limits bodies at -2, and reads them from 0 on. */
    private static final int BEHIND_LIMITS = -1;

    private static final int BEHIND_DOOR = Integer.MIN_VALUE + 1;

    private final Settings settings;
    private final StationEndpoint stations;
    private final StationUpkeep upkeep;
    private final Vertx vertx;
    private final FirstOwner owner;
    private final RequestDoor door;
    private @Nullable HttpServer stationPort;
    private boolean gone;

    @Inject
    public Server(
            Settings settings,
            StationEndpoint stations,
            StationUpkeep upkeep,
            Vertx vertx,
            RequestDoor door,
            FirstOwner owner) {
        this.settings = settings;
        this.stations = stations;
        this.upkeep = upkeep;
        this.vertx = vertx;
        this.owner = owner;
        this.door = door;
    }

    /** In front of Quarkus's own routes, which normalise URLs and so would lose half of what stations mean by them. */
    void routes(@Observes Router router, AcmeChallenges challenges) {
        router.route().order(Integer.MIN_VALUE).handler(request -> {
            boolean answered = challenges.answer(request.request())
                    || stations.handle(request.request(), door.isForeignPage(request.request()));
            if (!answered) {
                door.handle(request);
            }
        });
        router.route().order(BEHIND_DOOR).handler(door.dashboard());
        router.route().order(BEHIND_LIMITS).handler(door::limitBody);
        router.route().order(BEHIND_LIMITS).handler(new ApiDocument());
    }

    void start(@Observes StartupEvent event, LostKeys lost) {
        lost.warning().ifPresent(warning -> LOG.log(Level.ERROR, warning));
        owner.ofSettings();
        upkeep.start();
        stations.start(vertx);
        int port = settings.http().stationPort();
        if (port > 0) {
            stationPort = listen(port);
        }
    }

    private HttpServer listen(int port) {
        HttpServerOptions options = ListenOptions.apply(new HttpServerOptions(), settings)
                .setHost(settings.http().host())
                .setPort(port);
        try {
            return vertx.createHttpServer(options)
                    .requestHandler(request -> stations.handleOnStationPort(request, door.isForeignPage(request)))
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "station-port: cannot listen on " + settings.http().host() + ":" + port + " (" + e.getCause() + ")",
                    e);
        }
    }

    /** Stations first: no new ones, running calls finish, then 1001. Once; a second call waits for the first. */
    synchronized void letStationsGo() {
        if (gone) {
            return;
        }
        gone = true;
        LOG.log(Level.INFO, "Closing " + stations.connections() + " station connections");
        try {
            stations.shutDown(settings.sockets().drainTimeout());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void stop(@Observes @Priority(FIRST) ShutdownEvent event) {
        letStationsGo();
        if (stationPort != null) {
            stationPort.close();
        }
        upkeep.stop();
    }

    /** What somebody who just started it wants to know. @param port that was asked for, or the free one that was found */
    String welcome(int port) {
        return new Welcome(settings.http(), settings.tls(), port, HostAddresses.ofThisMachine())
                .text(
                        owner.isNeeded() ? owner.link() : null,
                        Shown.database(settings.store().database()));
    }
}
