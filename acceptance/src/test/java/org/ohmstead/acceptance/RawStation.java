package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A socket on which a test may say anything, well-formed or not. */
final class RawStation implements WebSocket.Listener, AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private WebSocket socket;

    private RawStation() {}

    static RawStation connect(ServerProcess server, String identity, String subprotocol) {
        return connect(server, identity, subprotocol, null);
    }

    /**
     * @param path          identity, or what else stands behind the path of all stations
     * @param authorization the header; null: none is sent
     */
    static RawStation connect(ServerProcess server, String path, String subprotocol, String authorization) {
        RawStation station = new RawStation();
        WebSocket.Builder builder = HTTP.newWebSocketBuilder().subprotocols(subprotocol);
        if (authorization != null) {
            builder.header("Authorization", authorization);
        }
        station.socket = builder.buildAsync(URI.create(server.stationUrl() + "/" + path), station)
                .join();
        return station;
    }

    /** Connects and boots, 1.6 or 2.x. */
    static RawStation booted(ServerProcess server, String identity, String subprotocol) {
        RawStation station = connect(server, identity, subprotocol);
        station.boot(subprotocol);
        return station;
    }

    /** Boots, and is accepted. */
    void boot(String subprotocol) {
        String facts = subprotocol.equals("ocpp1.6")
                ? "{\"chargePointVendor\":\"Raw\",\"chargePointModel\":\"Socket\"}"
                : "{\"reason\":\"PowerUp\",\"chargingStation\":{\"vendorName\":\"Raw\",\"model\":\"Socket\"}}";
        assertThat(ask("[2,\"boot\",\"BootNotification\"," + facts + "]")
                        .at("/2/status")
                        .asText())
                .isEqualTo("Accepted");
    }

    void say(String text) {
        socket.sendText(text, true).join();
    }

    void sayBytes(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    /** Says something and returns the next frame that comes. */
    JsonNode ask(String text) {
        say(text);
        return next();
    }

    JsonNode next() {
        try {
            String text = received.poll(20, TimeUnit.SECONDS);
            assertThat(text).as("no frame within 20 s").isNotNull();
            return Api.JSON.readTree(text);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    boolean heardNothing() {
        return received.isEmpty();
    }

    /** The close code, once the other side has closed. */
    int closeCode() {
        return closed.orTimeout(20, TimeUnit.SECONDS).join();
    }

    boolean isOpen() {
        return !closed.isDone() && !socket.isInputClosed();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            received.add(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(1006);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
