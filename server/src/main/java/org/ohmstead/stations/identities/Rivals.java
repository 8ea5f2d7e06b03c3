package org.ohmstead.stations.identities;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one station's connections and boots tell of whether two devices use its identity. */
final class Rivals {
    /** One connection that replaces another is a device that lost its line and dials anew; several are two that fight. */
    private static final int SEVERAL = 3;

    private static final Duration MINUTES = Duration.ofMinutes(10);
    /** After so long without a sign they no longer do. */
    private static final Duration OVER = Duration.ofHours(1);
    /** Of each, so that nobody fills the memory with names. */
    private static final int KEPT = 8;

    private final Deque<Instant> replacements = new ArrayDeque<>();
    private final Map<String, Instant> serials = new LinkedHashMap<>();
    private final Map<String, Instant> addresses = new LinkedHashMap<>();
    private long open;
    private @Nullable String serial;
    private @Nullable Instant since;
    private @Nullable Instant lastSign;

    /** @return whether it is news that there are two */
    synchronized boolean opened(long connection, String address, Instant at) {
        boolean replaces = open != 0 && connection > open;
        open = Math.max(open, connection);
        remember(addresses, address, at);
        if (!replaces) {
            return false;
        }
        replacements.add(at);
        while (replacements.getFirst().isBefore(at.minus(MINUTES)) || replacements.size() > SEVERAL) {
            replacements.removeFirst();
        }
        return replacements.size() >= SEVERAL && sign(at);
    }

    synchronized void closed(long connection) {
        open = open == connection ? 0 : open;
    }

    /** @return whether it is news that there are two */
    synchronized boolean booted(String serialNumber, Instant at) {
        boolean cameBack = serial != null && !serial.equals(serialNumber) && isLate(serials.get(serialNumber), at);
        serial = serialNumber;
        remember(serials, serialNumber, at);
        return cameBack && sign(at);
    }

    /** A time to come is from before our clock was set back, and tells nothing. */
    private static boolean isLate(@Nullable Instant last, Instant now) {
        return last != null && last.isAfter(now.minus(OVER)) && !last.isAfter(now.plus(MINUTES));
    }

    private static void remember(Map<String, Instant> names, String name, Instant at) {
        names.remove(name);
        names.put(name, at);
        if (names.size() > KEPT) {
            names.remove(names.keySet().iterator().next());
        }
    }

    private boolean sign(Instant at) {
        boolean news = !isLate(lastSign, at);
        lastSign = at;
        since = news ? at : since;
        return news;
    }

    synchronized List<String> serials(Instant now) {
        return lately(serials, now);
    }

    synchronized List<String> addresses(Instant now) {
        return lately(addresses, now);
    }

    private static List<String> lately(Map<String, Instant> names, Instant now) {
        List<String> lately = new ArrayList<>();
        names.forEach((name, at) -> {
            if (isLate(at, now)) {
                lately.add(name);
            }
        });
        return lately;
    }

    /** For people; empty: nothing speaks for two devices. */
    synchronized Optional<String> warning(Instant now) {
        if (since == null || !isLate(lastSign, now)) {
            return Optional.empty();
        }
        String sinceThen = " since " + since.truncatedTo(ChronoUnit.SECONDS);
        List<String> known = lately(serials, now);
        List<String> from = lately(addresses, now);
        if (known.size() > 1) {
            return Optional.of("Two devices use its identity" + sinceThen + ": serial numbers "
                    + String.join(" and ", known) + ", from " + String.join(" and ", from)
                    + ". Give each an identity of its own.");
        }
        return Optional.of("Its connections replace each other every few minutes" + sinceThen + ", from "
                + String.join(" and ", from) + (known.isEmpty() ? "" : ", serial number " + known.getFirst())
                + ". Perhaps two devices use its identity: then give each one of its own; or its network loses"
                + " connections.");
    }
}
