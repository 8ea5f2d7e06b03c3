package org.ohmstead.bench.siege;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A client that keeps to no rule: bytes out, and what comes in is read only when asked for. */
final class Stranger implements Closeable {
    private static final int ANSWER_MILLIS = 2_000;
    private static final int SEND_MILLIS = 1_000;
    private static final byte[] MASK = {0x5A, 0x17, (byte) 0xC3, (byte) 0xE9};

    private final Battlefield field;
    private final Socket socket = new Socket();
    private final OutputStream out;
    private final DataInputStream in;

    Stranger(Battlefield field, InetSocketAddress address) throws IOException {
        this.field = field;
        try {
            socket.setTcpNoDelay(true);
            socket.connect(address, SEND_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            out = socket.getOutputStream();
            in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Shakes hands by TLS with any certificate, and says no more. */
    void agree(SSLContext context) throws IOException {
        try (SSLSocket secure = (SSLSocket) context.getSocketFactory().createSocket(socket, "127.0.0.1", 0, true)) {
            secure.startHandshake();
        }
    }

    /** @param headers further ones, each with its line's end */
    void request(String method, String path, String headers) throws IOException {
        raw("%s %s HTTP/1.1\r\nHost: %s\r\n%s\r\n".formatted(method, path, field.host(), headers));
    }

    void raw(String text) throws IOException {
        raw(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void raw(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** The status line of the next HTTP answer, its headers read too; its body is not. */
    String status() throws IOException {
        String first = line();
        while (!line().isEmpty()) {
            // headers say nothing here
        }
        field.answered(first);
        return first;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int letter = in.read(); letter != '\n'; letter = in.read()) {
            if (letter < 0) {
                throw new IOException("the server closed the connection");
            }
            if (letter != '\r') {
                line.append((char) letter);
            }
        }
        return line.toString();
    }

    void upgrade(String path, String headers) throws IOException {
        request(
                "GET",
                path,
                "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + headers);
    }

    /** Opens a station's link. @return whether the server let it in */
    boolean station(String identity, String subprotocol) throws IOException {
        upgrade("/ocpp/" + identity, "Sec-WebSocket-Protocol: " + subprotocol + "\r\n");
        return status().contains(" 101 ");
    }

    void text(String message) throws IOException {
        frame(0x81, message.getBytes(StandardCharsets.UTF_8));
    }

    /** @param first the first byte of the frame: FIN, reserved bits and opcode */
    void frame(int first, byte[] payload) throws IOException {
        raw(framed(first, payload));
    }

    static byte[] framed(int first, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
        frame.put((byte) first);
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else if (payload.length < 1 << 16) {
            frame.put((byte) 0xFE).putShort((short) payload.length);
        } else {
            frame.put((byte) 0xFF).putLong(payload.length);
        }
        frame.put(MASK);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ MASK[i & 3]));
        }
        byte[] bytes = new byte[frame.position()];
        frame.flip().get(bytes);
        return bytes;
    }

    /** The next text that the server sends; control frames are passed over. */
    String next() throws IOException {
        while (true) {
            int first = in.readUnsignedByte();
            int length = in.readUnsignedByte() & 0x7F;
            if (length == 126) {
                length = in.readUnsignedShort();
            } else if (length == 127) {
                length = Math.toIntExact(in.readLong());
            }
            byte[] payload = new byte[length];
            in.readFully(payload);
            if ((first & 0xF) == 8) {
                throw new IOException("the server closed the link");
            }
            if ((first & 0xF) == 1) {
                String text = new String(payload, StandardCharsets.UTF_8);
                field.answered(text);
                return text;
            }
        }
    }

    /** Waits for the answer to a CALL of this id. */
    String answer(String id) throws IOException {
        String text = next();
        while (!text.contains("\"" + id + "\"")) {
            text = next();
        }
        return text;
    }

    /** Reads and throws away, until the server ends it or the time for an answer is over. */
    void drain() throws IOException {
        InputStream rest = in;
        byte[] some = new byte[8192];
        while (rest.read(some) >= 0) {
            // thrown away
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
