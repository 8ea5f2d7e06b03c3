package org.ohmstead.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that is not reached on its own machine asks for its token before it creates anything. */
class RegistrarTest {
    private final List<String> created = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private URI url;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        server.createContext("/", exchange -> {
            boolean shown = "Bearer the-key".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            if (shown) {
                created.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            }
            exchange.sendResponseHeaders(shown ? 201 : 401, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void the_api_token_is_shown_with_every_request() throws IOException {
        try (Registrar registrar = new Registrar(url, "the-key", RegistrarTrust.of(false, null))) {
            registrar.token("CARD");
            registrar.station("CP 1", "secret");
        }
        assertThat(created)
                .containsExactly(
                        "POST /api/v1/tokens", "POST /api/v1/stations", "PUT /api/v1/stations/CP%201/password");
    }

    @Test
    void without_it_the_refusal_says_how_to_give_one() throws IOException {
        try (Registrar registrar = new Registrar(url, null, RegistrarTrust.of(false, null))) {
            assertThatThrownBy(() -> registrar.token("CARD"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("--api-key")
                    .hasMessageContaining("OHMSTEAD_API_KEY");
        }
        assertThat(created).isEmpty();
    }

    @Test
    void the_command_line_takes_it() {
        int code = Main.commandLine()
                .execute(
                        "--stations=1",
                        "--duration=1s",
                        "--url=ws://127.0.0.1:" + url.getPort() + "/ocpp",
                        "--api-key=the-key");
        assertThat(code).isZero();
        assertThat(created).containsExactly("POST /api/v1/tokens", "POST /api/v1/stations");
    }
}
