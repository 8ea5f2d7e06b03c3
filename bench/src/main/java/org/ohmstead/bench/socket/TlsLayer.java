package org.ohmstead.bench.socket;

import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import org.jspecify.annotations.Nullable;

/** TLS of one socket, on its event loop. It takes any certificate: what is measured is the server's work, not the trust in it. */
final class TlsLayer {
    private static final int RECORD = 1 << 15;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SSLEngine engine;
    /** What came in and is not a whole record yet. */
    private byte @Nullable [] unread;

    private TlsLayer(SSLEngine engine) {
        this.engine = engine;
    }

    /** Each station its own context, so that none resumes the session of another, as after a restart of the server. */
    static TlsLayer client() throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, InsecureTrustManagerFactory.INSTANCE.getTrustManagers(), new SecureRandom());
            SSLEngine engine = context.createSSLEngine();
            engine.setUseClientMode(true);
            engine.beginHandshake();
            return new TlsLayer(engine);
        } catch (GeneralSecurityException e) {
            throw new IOException("this JDK has no TLS", e);
        }
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
