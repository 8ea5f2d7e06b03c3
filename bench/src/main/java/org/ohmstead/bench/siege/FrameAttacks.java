package org.ohmstead.bench.siege;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** What RFC 6455 allows and nobody needs. */
final class FrameAttacks {
    private static final int PING = 0x89;
    private static final int TEXT_WITHOUT_END = 0x01;
    private static final int CONTINUATION = 0x00;

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
