package org.ohmstead.ocpp.rpc;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The last answers to messages that a station repeats until they are answered (behaviour 5.9): the same text gets the same
 * answer. Only those messages: they carry their own time, so an equal text is a repetition. A Heartbeat or a
 * StatusNotification of a station that numbers all its messages alike (field note 32) is equal to the last one and yet a new
 * one. May be handed from a link to the next one of the same station and version. Thread-safe.
 */
public final class Replies {
    private static final int KEPT = 100;
    private static final Set<String> REPEATED_UNTIL_ANSWERED = Set.of(
            "StartTransaction", "StopTransaction", "MeterValues", "TransactionEvent", "SecurityEventNotification");

    /** Longer answers are not kept: the natural keys of the database know repetitions too, this only saves work. */
    private static final int LONGEST = 2_000;

    private static final String EMPTY = "{}";

    private long[] texts = new long[0];
    private @Nullable String[] payloads = new @Nullable String[0];
    private int next;

    /** A fingerprint of 64 bits of a whole frame, id and action included. */
    static long fingerprint(String text) {
        long print = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            print = (print ^ text.charAt(i)) * 0x100000001b3L;
        }
        return print;
    }

    static boolean keeps(String action) {
        return REPEATED_UNTIL_ANSWERED.contains(action);
    }

    synchronized void keep(long print, String payload) {
        if (payload.length() > LONGEST) {
            return;
        }
        if (next == texts.length && next < KEPT) {
            int size = Math.min(KEPT, next + 10);
            texts = Arrays.copyOf(texts, size);
            payloads = Arrays.copyOf(payloads, size);
        }
        int slot = next % KEPT;
        texts[slot] = print;
        payloads[slot] = payload.equals(EMPTY) ? EMPTY : payload;
        next = slot + 1;
    }

    synchronized @Nullable String find(long print) {
        for (int i = 0; i < texts.length; i++) {
            if (texts[i] == print && payloads[i] != null) {
                return payloads[i];
            }
        }
        return null;
    }
}
