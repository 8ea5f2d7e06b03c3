package org.ohmstead.app.socket;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A station at the lowest level: every byte of its handshake and frames is the test's. */
public final class RawStation implements AutoCloseable {
    static final int CONTINUATION = 0;
    public static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    public static final int PING = 9;
    public static final int PONG = 10;
    public static final int FIN = 0x80;

    /** A frame of the server. */
    public record Frame(int opcode, byte[] payload) {
        public String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        int closeCode() {
            return ByteBuffer.wrap(payload).getShort();
        }

        String closeReason() {
            return new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8);
        }
    }

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final List<String> answer = new ArrayList<>();

    public RawStation(int port) throws IOException {
        this(new Socket("127.0.0.1", port));
    }

    /** Over something that stands already, such as TLS. */
    public RawStation(Socket connected) throws IOException {
        socket = connected;
        socket.setSoTimeout(8000);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /** A handshake with these headers beside those of every WebSocket. */
    public static RawStation dial(int port, String target, String... headers) throws IOException {
        RawStation station = new RawStation(port);
        station.askFor(target, headers);
        station.readHead();
        return station;
    }

    /** A handshake, of which the answer is not waited for. */
    public void askFor(String target, String... headers) throws IOException {
        StringBuilder request = new StringBuilder("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        request.append("Connection: Upgrade\r\nUpgrade: websocket\r\n");
        request.append("Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        write(request + "\r\n");
    }

    /** Ends the connection without a word, as a device does that loses its power. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    public void write(String bytes) throws IOException {
        out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Reads the head of the answer to a request. */
    public void readHead() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                String text = line.toString(StandardCharsets.ISO_8859_1).strip();
                if (text.isEmpty()) {
                    return;
                }
                answer.add(text);
                line.reset();
            } else {
                line.write(b);
            }
        }
    }

    public int status() {
        return answer.isEmpty() ? -1 : Integer.parseInt(answer.getFirst().split(" ")[1]);
    }

    /** A header of the answer; empty: it has none. */
    public String header(String name) {
        return answer.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    public void text(String text) throws IOException {
        frame(FIN | TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whole text messages, written at once. */
    void frames(byte[]... payloads) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] payload : payloads) {
            all.write(FIN | TEXT);
            all.write(0x80 | (payload.length < 126 ? payload.length : 127));
            if (payload.length >= 126) {
                all.write(ByteBuffer.allocate(8).putLong(payload.length).array());
            }
            all.write(new byte[4]); // a mask that changes nothing
            all.write(payload);
        }
        out.write(all.toByteArray());
        out.flush();
    }

    void frame(int first, byte[] payload) throws IOException {
        head(first, payload.length);
        byte[] masked = new byte[payload.length];
        byte[] mask = {1, 2, 3, 4};
        for (int i = 0; i < payload.length; i++) {
            masked[i] = (byte) (payload[i] ^ mask[i % 4]);
        }
        out.write(masked);
        out.flush();
    }

    /** Announces a payload. */
    void head(int first, long length) throws IOException {
        head(first, length, new byte[] {1, 2, 3, 4});
    }

    void head(int first, long length, byte[] mask) throws IOException {
        out.write(first);
        if (length < 126) {
            out.write(0x80 | (int) length);
        } else if (length < 65536) {
            out.write(0x80 | 126);
            out.write(ByteBuffer.allocate(2).putShort((short) length).array());
        } else {
            out.write(0x80 | 127);
            out.write(ByteBuffer.allocate(8).putLong(length).array());
        }
        out.write(mask);
        out.flush();
    }

    public Frame read() throws IOException {
        int opcode = in.readUnsignedByte() & 0x0f;
        int length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = (int) in.readLong();
        }
        return new Frame(opcode, in.readNBytes(length));
    }

    /** The next frame of this kind; pings are answered meanwhile if asked for. */
    public Frame readUntil(int opcode) throws IOException {
        while (true) {
            Frame frame = read();
            if (frame.opcode() == opcode) {
                return frame;
            }
        }
    }

    /** Whether the server has closed the connection without another byte. */
    public boolean isEnded() throws IOException {
        return in.read() < 0;
    }

    /** Everything until the connection ends. */
    public String rest() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
