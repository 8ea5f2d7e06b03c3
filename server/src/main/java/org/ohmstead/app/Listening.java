package org.ohmstead.app;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.app.settings.Settings;
import org.ohmstead.app.socket.listening.ListenOptions;
import org.ohmstead.app.tls.ServerCertificates;
import org.ohmstead.app.tls.TlsPolicy;

/** Makes Quarkus's HTTP server fit for stations, without TLS and with. */
@Singleton
public class Listening implements HttpServerOptionsCustomizer {
    private final Settings settings;
    private final ServerCertificates certificates;

    @Inject
    public Listening(Settings settings, ServerCertificates certificates) {
        this.settings = settings;
        this.certificates = certificates;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        ListenOptions.apply(options, settings);
    }

    /** Without certificates in these options Quarkus opens no port with TLS. */
    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        if (settings.tls().tlsPort() > 0) {
            ListenOptions.apply(options, settings).setPort(settings.tls().tlsPort());
            TlsPolicy.apply(options, certificates, settings.http().handshakeTimeout(), false);
        }
    }
}
