package org.ohmstead.bench.socket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import org.jspecify.annotations.Nullable;

/** TLS of one socket, on its event loop. */
final class TlsLayer {
    private static final int RECORD = 1 << 15;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SSLEngine engine;
    /** What came in and is not a whole record yet. */
    private byte @Nullable [] unread;

    private TlsLayer(SSLEngine engine) {
        this.engine = engine;
    }

    static TlsLayer client() throws IOException {
        SSLEngine engine = AnyCertificate.context().createSSLEngine();
        engine.setUseClientMode(true);
        engine.beginHandshake();
        return new TlsLayer(engine);
    }

    boolean isAgreed() {
        return engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING;
    }

    /** What is to be sent so that the handshake goes on; empty: the other side has to say something first. */
    ByteBuffer next() throws IOException {
        ByteBuffer records = ByteBuffer.allocate(RECORD);
        while (true) {
            switch (engine.getHandshakeStatus()) {
                case NEED_TASK -> {
                    for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
                        task.run();
                    }
                }
                case NEED_WRAP -> engine.wrap(NOTHING, records);
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN, NOT_HANDSHAKING, FINISHED -> {
                    return records.flip();
                }
            }
        }
    }

    ByteBuffer wrap(ByteBuffer plain) throws IOException {
        ByteBuffer records = ByteBuffer.allocate(plain.remaining() + RECORD);
        while (plain.hasRemaining()) {
            engine.wrap(plain, records);
        }
        return records.flip();
    }

    /** @param replies takes what the handshake wants to have sent meanwhile @return less than 0: the other side has ended it */
    int read(SocketChannel channel, ByteBuffer into, Replies replies) throws IOException {
        ByteBuffer records = ByteBuffer.allocate(RECORD * 2);
        if (unread != null) {
            records.put(unread);
            unread = null;
        }
        int count = channel.read(records);
        records.flip();
        boolean more = true;
        while (more && (records.hasRemaining() || engine.getHandshakeStatus() == HandshakeStatus.NEED_UNWRAP_AGAIN)) {
            SSLEngineResult result = engine.unwrap(records, into);
            more = result.getStatus() == SSLEngineResult.Status.OK;
            if (engine.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING) {
                ByteBuffer next = next();
                if (next.hasRemaining()) {
                    replies.send(next);
                }
            }
        }
        if (records.hasRemaining()) {
            unread = new byte[records.remaining()];
            records.get(unread);
        }
        return count;
    }

    /** Sends records as they are. */
    interface Replies {
        void send(ByteBuffer records) throws IOException;
    }
}
