package org.ohmstead.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Inject;

/** Runs when everything listens, and until somebody ends it. */
public class Running implements QuarkusApplication {
    private final Server server;
    private final HttpServer http;

    @Inject
    public Running(Server server, HttpServer http) {
        this.server = server;
        this.http = http;
    }

    @Override
    public int run(String... args) {
        System.out.println(server.welcome(http.getPort()));
        Quarkus.waitForExit();
        return 0;
    }
}
