package org.ohmstead.app.socket.listening;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.ohmstead.app.socket.EndpointHarness;
import org.ohmstead.app.socket.RawStation;

class HttpTurnsTest {
    private static final Duration IDLE = Duration.ofSeconds(20);

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final HttpTurns turns = new HttpTurns(IDLE);

    HttpTurnsTest() {
        channel.freezeTime();
        channel.pipeline().addLast(turns);
    }

    private void asks(String path) {
        channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, path));
        channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
    }

    private void answers() {
        channel.writeOutbound(answer(HttpResponseStatus.OK));
        channel.releaseOutbound();
    }

    private static DefaultFullHttpResponse answer(HttpResponseStatus status) {
        return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.EMPTY_BUFFER);
    }

    private void passes(Duration time) {
        channel.advanceTimeBy(time.toMillis(), TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
        channel.runPendingTasks();
    }

    /** The paths of the requests that were handed on. */
    private String handedOn() {
        StringBuilder paths = new StringBuilder();
        for (Object next = channel.readInbound(); next != null; next = channel.readInbound()) {
            if (next instanceof HttpRequest request) {
                paths.append(request.uri());
            }
        }
        return paths.toString();
    }

    @Test
    void a_connection_that_becomes_a_websocket_is_read_whatever_was_sent_ahead_of_that() {
        asks("/1");
        asks("/2");
        assertThat(channel.config().isAutoRead()).isFalse();
        channel.pipeline().remove(turns);
        assertThat(channel.config().isAutoRead()).isTrue();
        assertThat(handedOn()).isEqualTo("/1");
    }

    @Test
    void a_request_is_handed_on_when_the_one_before_it_is_answered_and_nothing_is_read_ahead() {
        asks("/1");
        asks("/2");
        asks("/3");
        assertThat(handedOn()).isEqualTo("/1");
        assertThat(channel.config().isAutoRead()).isFalse();
        channel.writeOutbound(answer(HttpResponseStatus.CONTINUE));
        assertThat(handedOn()).isEmpty();
        answers();
        assertThat(handedOn()).isEqualTo("/2");
        answers();
        assertThat(handedOn()).isEqualTo("/3");
        assertThat(channel.config().isAutoRead()).isTrue();
        answers();
        asks("/4");
        assertThat(handedOn()).isEqualTo("/4");
    }

    @Test
    void a_connection_may_not_stand_idle_before_a_request_or_behind_one() {
        passes(IDLE.minusSeconds(1));
        asks("/1");
        turns.know(Duration.ofSeconds(60));
        passes(Duration.ofHours(1)); // as long as we need
        assertThat(channel.isOpen()).isTrue();
        answers();
        passes(Duration.ofSeconds(59));
        assertThat(channel.isOpen()).isTrue();
        passes(Duration.ofSeconds(2));
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void a_connection_that_sends_no_whole_request_is_closed_however_often_it_sends_a_byte() {
        passes(IDLE.plusSeconds(1));
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void while_an_answer_is_not_read_nothing_more_is_answered_and_the_reader_may_take_its_time() {
        asks("/1");
        asks("/2");
        turns.know(Duration.ofSeconds(60));
        channel.write(answer(HttpResponseStatus.OK));
        passes(Duration.ofMinutes(5));
        assertThat(handedOn()).isEqualTo("/1");
        assertThat(channel.isOpen()).isTrue();
        channel.flush();
        channel.runPendingTasks();
        assertThat(handedOn()).isEqualTo("/2");
    }

    @Test
    void a_body_has_to_come_in_time_and_an_answer_may_be_a_stream() {
        channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/1"));
        passes(HttpTurns.LONGEST_UPLOAD.minusSeconds(1));
        channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
        channel.writeOutbound(new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
        for (int i = 0; i < 10; i++) {
            passes(Duration.ofHours(1));
            channel.writeOutbound(new DefaultHttpContent(Unpooled.EMPTY_BUFFER));
        }
        assertThat(channel.isOpen()).isTrue();
        channel.writeOutbound(LastHttpContent.EMPTY_LAST_CONTENT);
        channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/2"));
        passes(HttpTurns.LONGEST_UPLOAD.plusSeconds(1));
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void many_requests_at_once_are_all_answered_in_order() throws IOException {
        try (EndpointHarness server = new EndpointHarness();
                RawStation client = new RawStation(server.port())) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < 5000; i++) {
                all.append("GET /").append(i).append(" HTTP/1.1\r\nHost: x\r\n\r\n");
            }
            client.write(all + "GET /end HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(client.rest().split("not for stations", -1)).hasSize(5002);
        }
    }

    @Test
    void a_connection_that_sends_its_headers_byte_by_byte_has_no_longer_than_others() throws Exception {
        try (EndpointHarness server = new EndpointHarness("--handshake-timeout=1s");
                RawStation slow = new RawStation(server.port())) {
            slow.write("GET / HTTP/1.1\r\n");
            Thread trickle = Thread.startVirtualThread(() -> {
                try {
                    while (true) {
                        slow.write("G");
                        Thread.sleep(200);
                    }
                } catch (IOException | InterruptedException e) {
                    // closed, as it should be
                }
            });
            assertThat(slow.isEnded()).isTrue();
            trickle.interrupt();
        }
    }
}
