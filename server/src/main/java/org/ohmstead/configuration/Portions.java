package org.ohmstead.configuration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.CommandResult.How;
import org.ohmstead.commands.verbs.VerbResult;

/**
 * Sends many items in messages that a station takes, one after the other. One that it finds too large, whatever it had told of its
 * limits, goes again in halves (behaviour 10.2).
 *
 * @param items how many in a message at most
 * @param bytes of the items in a message at most
 * @param size  bytes of an item
 */
record Portions<T>(int items, long bytes, ToIntFunction<T> size) {

    /** @throws Refused of the first message; what is refused behind others is told in its portion */
    List<Portion<T>> send(List<T> all, Function<List<T>, VerbResult> send) {
        Deque<List<T>> waiting = new ArrayDeque<>(split(all));
        List<Portion<T>> done = new ArrayList<>();
        boolean goesOn = true;
        while (!waiting.isEmpty()) {
            List<T> next = waiting.removeFirst();
            if (!goesOn) {
                done.add(new Portion<>(next, null, null));
                continue;
            }
            Portion<T> portion = one(next, send, done.isEmpty());
            VerbResult result = portion.result();
            if (result != null && isTooLarge(result) && next.size() > 1) {
                waiting.addFirst(next.subList(next.size() / 2, next.size()));
                waiting.addFirst(next.subList(0, next.size() / 2));
                continue;
            }
            done.add(portion);
            goesOn = result == null || isThere(result);
        }
        return done;
    }

    private static <T> Portion<T> one(List<T> items, Function<List<T>, VerbResult> send, boolean first) {
        try {
            return new Portion<>(items, send.apply(items), null);
        } catch (Refused refused) {
            if (first) {
                throw refused;
            }
            return new Portion<>(items, null, refused);
        }
    }

    private static boolean isTooLarge(VerbResult result) {
        return result.how() == How.REFUSED;
    }

    /** Whether it makes sense to go on: a station that does not answer one does not answer the next. */
    static boolean isThere(VerbResult result) {
        return switch (result.how()) {
            case null -> true; // it waits for its station, or takes long
            case ANSWERED, REFUSED -> true;
            case TIMED_OUT, CONNECTION_LOST, NOT_CONNECTED, NOT_SUPPORTED, BUSY, EXPIRED, CANCELLED -> false;
        };
    }

    private List<List<T>> split(List<T> all) {
        List<List<T>> portions = new ArrayList<>();
        List<T> portion = new ArrayList<>();
        long used = 0;
        for (T item : all) {
            int more = size.applyAsInt(item);
            if (!portion.isEmpty() && (portion.size() >= items || used + more > bytes)) {
                portions.add(portion);
                portion = new ArrayList<>();
                used = 0;
            }
            portion.add(item);
            used += more;
        }
        if (!portion.isEmpty()) {
            portions.add(portion);
        }
        return portions;
    }
}
