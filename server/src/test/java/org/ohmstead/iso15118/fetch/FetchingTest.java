package org.ohmstead.iso15118.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.iso15118.ContractWorld;
import org.ohmstead.iso15118.Iso15118Settings;
import org.ohmstead.stations.StationRef;

class FetchingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final StationRef CP7 = new StationRef(1, 7, "CP-7");
    private final ServerSocket server = open();
    private final Fetching fetching = new Fetching(Iso15118Settings.defaults());

    private static ServerSocket open() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    /** Says the same to whoever comes. */
    private String saying(String reply) {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (Socket one = server.accept()) {
                    one.getOutputStream().write(reply.getBytes(StandardCharsets.ISO_8859_1));
                    one.shutdownOutput();
                    one.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                    // the test is over
                }
            }
        });
        return "http://127.0.0.1:" + server.getLocalPort() + "/x?y=1";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello and more",
                "HTTP/1.0 200 OK\r\n\r\nhello",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200\r\nTransfer-Encoding: chunked\r\n\r\n2;x=y\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n"
            })
    void a_body_is_read_however_its_length_is_said(String reply) throws NotAnswered {
        assertThat(fetching.known(Question.get(saying(reply), 100), PATIENCE).text())
                .isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 101\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n",
                "HTTP/1.1 200 OK\r\n\r\n"
                        + "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789X"
            })
    void more_than_is_allowed_is_not_read(String reply) {
        assertThatThrownBy(() -> fetching.known(Question.get(saying(reply), 100), PATIENCE))
                .isInstanceOf(NotAnswered.class)
                .hasMessageContaining("sends more than 100 bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n"
            })
    void what_is_no_reply_is_said_so(String reply) {
        assertThatThrownBy(() -> fetching.known(Question.get(saying(reply), 100), PATIENCE))
                .isInstanceOf(NotAnswered.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/",
                "http://localhost:%d/",
                "http://2130706433:%d/",
                "http://[::1]:%d/",
                "http://[::ffff:127.0.0.1]:%d/"
            })
    void a_station_cannot_have_this_machine_asked_however_it_is_written(String url) {
        assertThatThrownBy(
                        () -> fetching.stranger(CP7, Question.get(url.formatted(server.getLocalPort()), 100), PATIENCE))
                .isInstanceOf(NotAnswered.class)
                .hasMessageContaining("private-responders");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "ftp://127.0.0.1/", "http:///x", "//x", "http://a b/", "http://u:p@h/"})
    void nothing_but_http_is_spoken(String url) {
        assertThatThrownBy(() -> fetching.known(Question.get(url, 100), PATIENCE))
                .isInstanceOf(NotAnswered.class)
                .hasMessageContaining("URL");
    }

    @Test
    void redirects_without_end_are_left() {
        String url = saying("HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n");
        Fetching here = new Fetching(ContractWorld.settings(Iso15118Settings.Pool.NONE, "", Path.of("none")));
        assertThatThrownBy(() -> here.stranger(CP7, Question.get(url, 100), PATIENCE))
                .hasMessageContaining("without end");
    }

    @Test
    void who_may_bear_a_secret_is_led_nowhere_else() throws NotAnswered {
        String url = saying("HTTP/1.1 307 Elsewhere\r\nLocation: http://example.org/\r\nContent-Length: 0\r\n\r\n");
        assertThat(fetching.known(Question.get(url, 100), PATIENCE).status()).isEqualTo(307);
    }

    @Test
    void who_says_nothing_is_left_when_the_time_is_over() {
        String url = "http://127.0.0.1:" + server.getLocalPort() + "/"; // accepted by the system, read by nobody
        assertThatThrownBy(() -> fetching.known(Question.get(url, 100), Duration.ofMillis(50)))
                .isInstanceOf(NotAnswered.class)
                .hasMessageContaining("in time");
    }
}
