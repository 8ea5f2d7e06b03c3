package org.ohmstead.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmstead.app.settings.Settings;

/** Pages of somebody else, in a browser on the operator's machine, at a port where no router is at work. */
class RequestDoorTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private int listen(String... flags) {
        RequestDoor door = new RequestDoor(
                Settings.of(flags), path -> 1 << 20, new Dashboard(), (request, path) -> request.next());
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> {
                    int status = door.isForeignPage(request) ? 403 : 200;
                    request.response().setStatusCode(status).end();
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return server.actualPort();
    }

    private static int status(int port, String headers) throws IOException {
        return Integer.parseInt(answer(port, "/CP-1", headers).split(" ")[1]);
    }

    private static String answer(int port, String path, String headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(8000);
            String request =
                    "GET " + path + " HTTP/1.1\r\n" + headers.replace("~", "\r\n") + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Host: localhost:8081,200",
        "Host: csms.example.com,200",
        "Host: localhost:8081~Origin: http://localhost:8081,200",
        "Host: localhost:8081~Origin: http://evil.example,403",
        "Host: localhost:8081~Origin: null,403",
        "Host: localhost:8081~Sec-Fetch-Site: cross-site,403"
    })
    void only_pages_of_this_server_come_in(String headers, int status) throws IOException {
        assertThat(status(listen(), headers)).isEqualTo(status);
    }

    @Test
    void a_page_whose_name_was_made_to_point_at_this_machine_is_not_ours() throws IOException {
        String rebound = "Host: evil.example:8081~Origin: http://evil.example:8081";
        assertThat(status(listen(), rebound)).isEqualTo(403);
        assertThat(status(listen("--public-url=http://evil.example:8081"), rebound))
                .isEqualTo(200);
        assertThat(status(listen("--host=0.0.0.0", "--station-auth=required"), rebound))
                .as("stations sign in there, and some name the server as their origin")
                .isEqualTo(200);
    }
}
