package org.ohmstead.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Inject;
import org.ohmstead.app.settings.Settings;

/** Runs when everything listens, and until somebody ends it. */
public class Running implements QuarkusApplication {
    private final Server server;
    private final HttpServer http;
    private final Background background;
    private final Settings settings;

    @Inject
    public Running(Server server, HttpServer http, Background background, Settings settings) {
        this.server = server;
        this.http = http;
        this.background = background;
        this.settings = settings;
    }

    @Override
    public int run(String... args) {
        System.out.println(server.welcome(http.getPort()));
        // Left to itself, Quarkus would close all sockets first, and the stations would never hear why.
        EndSignals.endInOrder(
                () -> {
                    server.letStationsGo();
                    Quarkus.asyncExit(0);
                },
                settings.sockets().drainTimeout(),
                background::isStopped);
        Quarkus.waitForExit();
        return 0;
    }
}
