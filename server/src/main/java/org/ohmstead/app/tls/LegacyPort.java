package org.ohmstead.app.tls;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.ohmstead.app.http.RequestDoor;
import org.ohmstead.app.settings.Settings;
import org.ohmstead.app.socket.StationEndpoint;
import org.ohmstead.app.socket.listening.ListenOptions;

/** The port for stations that know no cipher suite of today (A00.FR.318); nobody else is served there. */
@Singleton
public class LegacyPort {
    private final Settings settings;
    private final ServerCertificates certificates;
    private final StationEndpoint stations;
    private final RequestDoor door;
    private final Vertx vertx;
    private @Nullable HttpServer server;

    @Inject
    public LegacyPort(
            Settings settings,
            ServerCertificates certificates,
            StationEndpoint stations,
            RequestDoor door,
            Vertx vertx) {
        this.settings = settings;
        this.certificates = certificates;
        this.stations = stations;
        this.door = door;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        int port = settings.tls().tlsLegacyPort();
        if (port == 0) {
            return;
        }
        String host = settings.http().host();
        HttpServerOptions options = ListenOptions.apply(new HttpServerOptions(), settings)
                .setHost(host)
                .setPort(port);
        TlsPolicy.apply(options, certificates, settings.http().handshakeTimeout(), true);
        try {
            server = vertx.createHttpServer(options)
                    .requestHandler(request -> stations.handleOnStationPort(request, door.isForeignPage(request)))
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "tls-legacy-port: cannot listen on " + host + ":" + port + " (" + e.getCause() + ")", e);
        }
    }

    /** Behind the stations, which are told to go first. */
    void stop(@Observes ShutdownEvent event) {
        HttpServer listening = server;
        if (listening != null) {
            listening.close();
        }
    }
}
