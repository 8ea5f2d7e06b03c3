package org.ohmstead.bench.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import java.net.URI;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a server that others wrote. */
class TextSocketTest {
    private final Vertx vertx = Vertx.vertx();
    private final EventLoop loop = new EventLoop();
    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private final BlockingQueue<TextSocket> sockets = new LinkedBlockingQueue<>();

    private final TextSocket.Listener listener = new TextSocket.Listener() {
        @Override
        public void opened(TextSocket socket) {
            sockets.add(socket);
        }

        @Override
        public void text(String message) {
            seen.add(message);
        }

        @Override
        public void closed(int code) {
            seen.add("closed " + code);
        }

        @Override
        public void failed(int status, String why) {
            seen.add("failed " + status);
        }
    };

    @AfterEach
    void stop() {
        loop.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void messages_of_all_lengths_come_back_as_they_were_sent() throws InterruptedException {
        TextSocket socket = connect(server(ws -> ws.textMessageHandler(ws::writeTextMessage)));
        for (int length : new int[] {1, 125, 126, 65_535, 65_536, 200_000}) {
            String message = "é".repeat(length / 2) + "x".repeat(length % 2);

            loop.execute(() -> socket.send(message));

            assertThat(seen.poll(10, TimeUnit.SECONDS)).as(length + " bytes").isEqualTo(message);
        }
    }

    @Test
    void who_waits_for_a_loop_that_broke_is_told() {
        loop.execute(() -> {
            throw new IllegalArgumentException("a test breaks the loop");
        });

        assertThatThrownBy(() -> loop.await(() -> {})).hasMessageContaining("event loop has ended");
    }

    @Test
    void fragments_are_put_together() throws InterruptedException {
        connect(server(ws -> ws.writeFrame(WebSocketFrame.textFrame("one ", false))
                .compose(done -> ws.writeFrame(WebSocketFrame.continuationFrame(Buffer.buffer("two "), false)))
                .compose(done -> ws.writeFrame(WebSocketFrame.continuationFrame(Buffer.buffer("three"), true)))));

        assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo("one two three");
    }

    @Test
    void a_ping_is_answered_with_what_it_carried() throws InterruptedException {
        connect(server(ws -> {
            ws.pongHandler(pong -> seen.add("pong " + pong));
            ws.writePing(Buffer.buffer("42"));
        }));

        assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo("pong 42");
    }

    @Test
    void the_code_of_a_close_is_told_and_a_cut_is_1006() throws InterruptedException {
        connect(server(ws -> ws.close((short) 1008, "no")));
        assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo("closed 1008");

        int port = server(ws -> ws.textMessageHandler(ws::writeTextMessage));
        TextSocket socket = connect(port);
        vertx.close().toCompletionStage().toCompletableFuture().join();
        loop.execute(() -> socket.send("into nothing"));
        assertThat(seen.poll(10, TimeUnit.SECONDS)).startsWith("closed 1");
    }

    @Test
    void a_refused_handshake_is_told_with_its_status_and_a_closed_port_with_0() throws InterruptedException {
        int port = listening(vertx.createHttpServer()
                .requestHandler(request -> request.response().setStatusCode(404).end("no such station")));
        dial(port);
        assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo("failed 404");

        dial(1);
        assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo("failed 0");
    }

    @Test
    void what_is_due_runs_in_the_order_of_its_time() throws InterruptedException {
        loop.await(() -> {
            loop.after(20, () -> seen.add("second"));
            loop.after(1, () -> seen.add("first"));
        });

        assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo("first");
        assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo("second");
    }

    private int server(io.vertx.core.Handler<ServerWebSocket> handler) {
        return listening(vertx.createHttpServer(new HttpServerOptions()
                        .setWebSocketSubProtocols(List.of("ocpp1.6"))
                        .setMaxWebSocketFrameSize(1 << 20)
                        .setMaxWebSocketMessageSize(1 << 20))
                .webSocketHandler(handler));
    }

    private static int listening(HttpServer server) {
        return server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    private TextSocket connect(int port) throws InterruptedException {
        dial(port);
        TextSocket socket = sockets.poll(10, TimeUnit.SECONDS);
        assertThat(socket).isNotNull();
        return socket;
    }

    private void dial(int port) {
        URI target = URI.create("ws://127.0.0.1:" + port + "/CP-1");
        loop.execute(() -> TextSocket.connect(loop, target, "ocpp1.6", listener));
    }
}
