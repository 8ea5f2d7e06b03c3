package org.ohmstead.bench.socket;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The client's end of a WebSocket (RFC 6455) for text messages; lives on its event loop. Pings are answered. */
public final class TextSocket implements EventLoop.Ready {
    private final EventLoop loop;
    private final SocketChannel channel;
    private final Listener listener;
    private final String handshake;
    private final Frames frames = new Frames();
    /** Null: the connection is plain. */
    private final @Nullable TlsLayer tls;

    private boolean asked;
    /** What came in and is not a whole frame yet. */
    private byte @Nullable [] unread;
    /** What the system would not take yet. */
    private @Nullable ByteBuffer unsent;

    private boolean open;
    private boolean ended;
    private int closeCode = 1006;

    /** Told of everything, on the loop. */
    public interface Listener {
        void opened(TextSocket socket);

        void text(String message);

        /** @param code of the server's close frame; 1006 when the connection just ended */
        void closed(int code);

        /** @param status of HTTP; 0 when there was no answer */
        void failed(int status, String why);
    }

    private TextSocket(
            EventLoop loop, SocketChannel channel, Listener listener, String handshake, @Nullable TlsLayer tls) {
        this.tls = tls;
        this.loop = loop;
        this.channel = channel;
        this.listener = listener;
        this.handshake = handshake;
    }

    /** Begins to connect. To be called on the loop. */
    public static void connect(EventLoop loop, URI target, String subprotocol, Listener listener) {
        String handshake = "GET " + target.getRawPath() + " HTTP/1.1\r\nHost: " + target.getAuthority()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: " + subprotocol + "\r\n\r\n";
        try {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            TextSocket socket = new TextSocket(
                    loop, channel, listener, handshake, "wss".equals(target.getScheme()) ? TlsLayer.client() : null);
            channel.register(loop.selector(), SelectionKey.OP_CONNECT, socket);
            if (channel.connect(new InetSocketAddress(target.getHost(), target.getPort()))) {
                socket.connected();
            }
        } catch (IOException e) {
            listener.failed(0, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void ready(SelectionKey key) {
        try {
            if (key.isConnectable() && channel.finishConnect()) {
                connected();
            }
            if (key.isValid() && key.isReadable()) {
                read();
            }
            if (key.isValid() && key.isWritable()) {
                flush();
            }
        } catch (IOException e) {
            end(String.valueOf(e.getMessage()));
        }
    }

    private void connected() throws IOException {
        channel.keyFor(loop.selector()).interestOps(SelectionKey.OP_READ);
        if (tls == null) {
            ask();
        } else {
            put(tls.next());
        }
    }

    /** The handshake of the WebSocket, once. */
    private void ask() throws IOException {
        asked = true;
        ByteBuffer out = loop.out().clear();
        out.put(handshake.getBytes(StandardCharsets.US_ASCII)).flip();
        write(out);
    }

    private void read() throws IOException {
        ByteBuffer in = loop.in().clear();
        if (unread != null) {
            in.put(unread);
            unread = null;
        }
        int count = tls == null ? channel.read(in) : tls.read(channel, in, this::put);
        in.flip();
        if (tls != null && tls.isAgreed() && !asked) {
            ask();
        }
        if (!open) {
            upgraded(in);
        }
        while (open && frames.next(in)) {
            take();
        }
        if (count < 0) {
            end("the server ended the connection");
        } else if (in.remaining() == in.capacity()) {
            throw new IOException("a message is longer than " + in.capacity() + " bytes");
        } else if (in.hasRemaining()) {
            unread = new byte[in.remaining()];
            in.get(unread);
        }
    }

    /** Reads the answer to the handshake, once it is complete. */
    private void upgraded(ByteBuffer in) {
        byte[] bytes = new byte[in.remaining()];
        in.duplicate().get(bytes);
        String head = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = head.indexOf("\r\n\r\n");
        if (end < 0) {
            return;
        }
        in.position(in.position() + end + 4);
        String line = head.substring(0, head.indexOf('\r'));
        if (line.startsWith("HTTP/1.1 101")) {
            open = true;
            listener.opened(this);
        } else {
            int status = line.matches("HTTP/1.. \\d{3}( .*)?") ? Integer.parseInt(line.substring(9, 12)) : 0;
            abandon();
            listener.failed(status, line);
        }
    }

    private void take() throws IOException {
        switch (frames.opcode()) {
            case Frames.TEXT -> listener.text(new String(frames.payload(), StandardCharsets.UTF_8));
            case Frames.PING -> send(Frames.PONG, frames.payload());
            case Frames.CLOSE -> {
                closeCode = frames.closeCode();
                send(Frames.CLOSE, frames.payload());
            }
            default -> {
                // A pong, which nobody waits for.
            }
        }
    }

    /** Sends a text message; nothing when the connection has ended. */
    public void send(String text) {
        try {
            send(Frames.TEXT, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            end(String.valueOf(e.getMessage()));
        }
    }

    private void send(int opcode, byte[] payload) throws IOException {
        if (ended) {
            return;
        }
        ByteBuffer out = loop.out().clear();
        Frames.write(opcode, payload, out);
        write(out.flip());
    }

    private void write(ByteBuffer bytes) throws IOException {
        put(tls == null ? bytes : tls.wrap(bytes));
    }

    private void put(ByteBuffer bytes) throws IOException {
        if (unsent == null) {
            channel.write(bytes);
        }
        if (bytes.hasRemaining()) {
            int before = unsent == null ? 0 : unsent.remaining();
            ByteBuffer all = ByteBuffer.allocate(before + bytes.remaining());
            if (unsent != null) {
                all.put(unsent);
            }
            unsent = all.put(bytes).flip();
            channel.keyFor(loop.selector()).interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        }
    }

    private void flush() throws IOException {
        if (unsent != null) {
            channel.write(unsent);
            if (unsent.hasRemaining()) {
                return;
            }
            unsent = null;
        }
        channel.keyFor(loop.selector()).interestOps(SelectionKey.OP_READ);
    }

    private void end(String why) {
        if (ended) {
            return;
        }
        boolean wasOpen = open;
        abandon();
        // Not at once: the listener may be in the middle of sending.
        loop.execute(() -> {
            if (wasOpen) {
                listener.closed(closeCode);
            } else {
                listener.failed(0, why);
            }
        });
    }

    private void abandon() {
        ended = true;
        open = false;
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone, which is what was wanted.
        }
    }
}
