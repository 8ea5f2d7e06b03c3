package org.ohmstead.app;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.app.settings.Settings;
import org.ohmstead.app.socket.listening.ListenOptions;

/** Makes Quarkus's HTTP server fit for stations. */
@Singleton
public class Listening implements HttpServerOptionsCustomizer {
    private final Settings settings;

    @Inject
    public Listening(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        ListenOptions.apply(options, settings);
    }
}
