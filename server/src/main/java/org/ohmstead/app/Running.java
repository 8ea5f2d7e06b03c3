package org.ohmstead.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Inject;
import sun.misc.Signal;

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
        Signal.handle(new Signal("TERM"), this::end);
        Signal.handle(new Signal("INT"), this::end);
        Quarkus.waitForExit();
        return 0;
    }

    /** Left to itself, Quarkus would close all sockets first, and the stations would never hear why. */
    private void end(Signal signal) {
        Thread.ofPlatform().name("ending").start(() -> {
            server.letStationsGo();
            Quarkus.asyncExit(0);
        });
    }
}
