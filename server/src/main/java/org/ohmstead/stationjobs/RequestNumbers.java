package org.ohmstead.stationjobs;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.access.RandomSecrets;
import org.ohmstead.stations.StationRef;

/**
 * The requestId of what stations are told to do in the background. Not counted up: a station that keeps an old one over our
 * restoring of a backup would take a new order for it.
 */
public final class RequestNumbers {
    private RequestNumbers() {}

    /**
     * From 1 on.
     *
     * @param key that whoever asks has sent as Idempotency-Key: with the same one it is the same number; null: any
     */
    public static int make(Actor by, StationRef station, @Nullable String key) {
        byte[] bytes = key == null
                ? RandomSecrets.bytes(Integer.BYTES)
                : HexFormat.of()
                        .parseHex(RandomSecrets.hash(by.word() + "\n" + station.id() + "\n" + key)
                                .substring(0, 2 * Integer.BYTES));
        return Math.max(1, ByteBuffer.wrap(bytes).getInt() & Integer.MAX_VALUE);
    }
}
