package org.ohmstead.app.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.app.settings.Settings;
import org.ohmstead.app.socket.listening.ListenOptions;

/** What readers of a feed may send. */
class FeedSocketsTest {
    private static final String DEFLATE = "Sec-WebSocket-Extensions: permessage-deflate";
    private static final int COMPRESSED = 0x40;

    private static Vertx vertx;
    private static HttpServer server;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        FeedSockets guard = new FeedSockets();
        server = vertx.createHttpServer(ListenOptions.apply(new HttpServerOptions(), Settings.of()))
                .requestHandler(request -> request.toWebSocket().onSuccess(socket -> {
                    guard.guard(socket, request.connection(), request.getHeader("Sec-WebSocket-Extensions"));
                    socket.handler(passedOver -> {});
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static RawStation reader(String... headers) throws IOException {
        RawStation reader = RawStation.dial(server.actualPort(), "/api/v1/partner/feed/socket", headers);
        assertThat(reader.status()).isEqualTo(101);
        return reader;
    }

    private static void assertEnds(RawStation reader, int code) throws IOException {
        assertThat(reader.readUntil(RawStation.CLOSE).closeCode()).isEqualTo(code);
        assertThat(reader.isEnded()).isTrue();
    }

    @Test
    void a_few_words_are_passed_over_and_pings_are_answered() throws IOException {
        try (RawStation reader = reader()) {
            reader.text("what is this?");
            reader.text("x".repeat(1024));
            reader.frame(RawStation.FIN | RawStation.PING, new byte[] {7});
            assertThat(reader.read().opcode()).isEqualTo(RawStation.PONG);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1025, 1 << 20})
    void a_message_of_more_than_a_kilobyte_ends_it(int size) throws IOException {
        try (RawStation reader = reader()) {
            reader.head(RawStation.FIN | RawStation.TEXT, size);
            assertThat(reader.readUntil(RawStation.CLOSE).closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void a_message_that_becomes_large_when_it_is_inflated_ends_it() throws IOException {
        try (RawStation reader = reader(DEFLATE)) {
            assertThat(reader.header("Sec-WebSocket-Extensions")).contains("permessage-deflate");
            byte[] bomb = deflated(new byte[500_000]);
            assertThat(bomb.length).isLessThan(1000);
            reader.frame(RawStation.FIN | COMPRESSED | RawStation.TEXT, bomb);
            assertEnds(reader, 1009);
        }
    }

    private static byte[] deflated(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(plain);
        byte[] out = new byte[plain.length];
        int length = deflater.deflate(out, 0, out.length, Deflater.SYNC_FLUSH);
        deflater.end();
        return Arrays.copyOf(out, length - 4); // RFC 7692 §7.2.1
    }

    @ParameterizedTest
    @ValueSource(ints = {RawStation.PING, RawStation.PONG, RawStation.TEXT})
    void a_flood_of_frames_ends_it(int opcode) throws IOException {
        try (RawStation reader = reader()) {
            for (int i = 0; i < 21; i++) {
                reader.frame(RawStation.FIN | opcode, new byte[0]);
            }
            assertEnds(reader, 1008);
        }
    }
}
