package org.ohmstead.commands;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.ocpp.codec.values.DurationText;

/** How long a caller wants to wait, as he writes it: {@code 500ms}, {@code 30s}, {@code 2m}. */
public final class Wait {
    /** The guidance of OCPP 2.x part 2 §3.2 for a message's time-out. */
    public static final Duration USUAL = Duration.ofSeconds(30);

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Wait() {}

    /** @throws Refused invalid when it is no duration, or not between 1 ms and 5 minutes */
    public static Duration of(@Nullable String text) {
        return of("wait", text);
    }

    /** The same of a field. */
    public static Duration of(String field, @Nullable String text) {
        return text == null ? USUAL : between(field, text, SHORTEST, LONGEST, "1ms to 5m, such as 500ms, 30s or 2m");
    }

    /** How long a command may wait for its station. @throws Refused invalid when it is no duration, or not between 1 s and 30 days */
    public static Duration ttl(String text) {
        return between("ttl", text, Duration.ofSeconds(1), Duration.ofDays(30), "1s to 30d, such as 10m, 1h or 7d");
    }

    private static Duration between(String field, String text, Duration least, Duration most, String allowed) {
        return DurationText.parse(text)
                .filter(found -> found.compareTo(least) >= 0 && found.compareTo(most) <= 0)
                .orElseThrow(() -> Refused.invalid(field, field + " is '" + text + "'; allowed is " + allowed + "."));
    }
}
