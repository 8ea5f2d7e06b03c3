package org.ohmstead.bench.siege;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Where an attack takes place, until when, and what was seen of the server's answers. */
final class Battlefield {
    private final URI server;
    private final int tlsPort;
    private final long end;
    private final ThreadLocal<Random> random;
    private final AtomicLong attackers = new AtomicLong();
    private final AtomicLong tries = new AtomicLong();
    private final AtomicLong internalErrors = new AtomicLong();
    private final AtomicLong opened = new AtomicLong();

    /**
     * @param server its plain port
     * @param end of {@link System#nanoTime}
     * @param seed of what is sent
     */
    Battlefield(URI server, int tlsPort, long end, long seed) {
        this.server = server;
        this.tlsPort = tlsPort;
        this.end = end;
        this.random = ThreadLocal.withInitial(() -> new Random(seed + attackers.getAndIncrement()));
    }

    boolean goesOn() {
        return System.nanoTime() < end;
    }

    String host() {
        return server.getAuthority();
    }

    /** Each attacker has his own. */
    Random random() {
        return random.get();
    }

    void tried() {
        tries.incrementAndGet();
    }

    /** Takes note of an OCPP answer, or of an HTTP status line. */
    void answered(String text) {
        if (text.contains("\"InternalError\"") || text.startsWith("HTTP/1.1 500")) {
            internalErrors.incrementAndGet();
        }
    }

    /** A door stood open that should be shut. */
    void opened() {
        opened.incrementAndGet();
    }

    long tries() {
        return tries.get();
    }

    long internalErrors() {
        return internalErrors.get();
    }

    long doorsOpened() {
        return opened.get();
    }

    /** A connection for one attack, with a bound on how long an answer is waited for. */
    Stranger connect() throws IOException {
        return new Stranger(this, new InetSocketAddress(server.getHost(), server.getPort()));
    }

    /** The same, at the port that speaks TLS; nothing is agreed yet. */
    Stranger connectToTls() throws IOException {
        return new Stranger(this, new InetSocketAddress(server.getHost(), tlsPort));
    }
}
