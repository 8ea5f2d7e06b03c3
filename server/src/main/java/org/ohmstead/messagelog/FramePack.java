package org.ohmstead.messagelog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.secrets.Secrets;

/**
 * Frames of one tenant as bytes: one byte that says whether the rest is deflated, how many frames there are, and then each:
 * station, connection, time in microseconds, direction, kind, action, id, text, deviations as JSON. A text is its length in
 * bytes of UTF-8, -1 for none, and the bytes.
 */
final class FramePack {
    private static final int PLAIN = 0;
    private static final int DEFLATED = 1;
    private static final int NONE = -1;

    private static final TypeReference<List<Deviation>> DEVIATIONS = new TypeReference<>() {};
    private static final ObjectMapper JSON = new ObjectMapper();

    private FramePack() {}

    /** Adds a frame to the body of a pack. Passwords and keys are masked on the way. */
    static void write(DataOutputStream body, Entry entry) throws IOException {
        String frame = Secrets.masked(entry.frame());
        String deviations = entry.deviations().isEmpty() ? null : JSON.writeValueAsString(entry.deviations());
        body.writeLong(entry.station());
        body.writeLong(entry.connection());
        body.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, entry.at()));
        body.writeByte(entry.direction().ordinal());
        body.writeByte(entry.kind());
        write(body, entry.action());
        write(body, entry.messageId());
        write(body, frame);
        write(body, deviations);
    }

    /**
     * A pack as it is stored.
     *
     * @param body     as many frames as {@code count}
     * @param deflated a tenth of the size, for about 5 microseconds a frame
     */
    static byte[] of(int count, ByteArrayOutputStream body, boolean deflated) {
        ByteArrayOutputStream bytes =
                new ByteArrayOutputStream(deflated ? 1 << 14 : body.size() + Byte.BYTES + Integer.BYTES);
        bytes.write(deflated ? DEFLATED : PLAIN);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (OutputStream pack = deflated ? new DeflaterOutputStream(bytes, deflater, 1 << 13) : bytes;
                DataOutputStream out = new DataOutputStream(pack)) {
            out.writeInt(count);
            body.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(NONE);
        } else {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    /**
     * @return in the order in which they were packed
     * @throws UncheckedIOException if it holds anything else
     */
    static List<Entry> unpack(long tenant, byte[] pack) {
        InputStream bytes = new ByteArrayInputStream(pack);
        try (DataInputStream in =
                new DataInputStream(bytes.read() == DEFLATED ? new InflaterInputStream(bytes) : bytes)) {
            int count = in.readInt();
            List<Entry> entries = new ArrayList<>(Math.clamp(count, 0, MessageSearch.POSITIONS));
            for (int i = 0; i < count; i++) {
                entries.add(read(tenant, in));
            }
            return entries;
        } catch (IOException | DateTimeException e) {
            throw new UncheckedIOException("A pack of messages cannot be read: " + e.getMessage(), asIo(e));
        }
    }

    private static IOException asIo(Exception cause) {
        return cause instanceof IOException io ? io : new IOException(cause);
    }

    private static Entry read(long tenant, DataInputStream in) throws IOException {
        long station = in.readLong();
        long connection = in.readLong();
        Instant at = Instant.EPOCH.plus(in.readLong(), ChronoUnit.MICROS);
        Direction direction = direction(in.readByte());
        int kind = in.readByte();
        String action = readText(in);
        String messageId = readText(in);
        String frame = readText(in);
        return new Entry(
                tenant,
                station,
                connection,
                at,
                direction,
                kind,
                action,
                messageId,
                frame == null ? "" : frame,
                deviations(readText(in)));
    }

    private static Direction direction(int ordinal) throws IOException {
        if (ordinal < 0 || ordinal >= Direction.values().length) {
            throw new IOException(ordinal + " is no direction");
        }
        return Direction.values()[ordinal];
    }

    /** A length of which nobody knows whether it is one is not made room for. */
    private static @Nullable String readText(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length == NONE) {
            return null;
        }
        if (length < 0) {
            throw new IOException(length + " is no length of a text");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("a text of " + length + " bytes has " + bytes.length);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static List<Deviation> deviations(@Nullable String json) throws JsonProcessingException {
        return json == null ? List.of() : JSON.readValue(json, DEVIATIONS);
    }
}
