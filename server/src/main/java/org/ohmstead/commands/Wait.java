package org.ohmstead.commands;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;

/** How long a caller wants to wait, as he writes it: {@code 500ms}, {@code 30s}, {@code 2m}. */
final class Wait {
    /** The guidance of OCPP 2.x part 2 §3.2 for a message's time-out. */
    static final Duration USUAL = Duration.ofSeconds(30);

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})(ms|s|m)");

    private Wait() {}

    /** @throws Refused invalid when it is no duration, or not between 1 ms and 5 minutes */
    static Duration of(@Nullable String text) {
        if (text == null) {
            return USUAL;
        }
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw wrong(text);
        }
        long count = Long.parseLong(matcher.group(1));
        Duration wait =
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(count);
                    case "s" -> Duration.ofSeconds(count);
                    default -> Duration.ofMinutes(count);
                };
        if (wait.isZero() || wait.compareTo(LONGEST) > 0) {
            throw wrong(text);
        }
        return wait;
    }

    private static Refused wrong(String text) {
        return Refused.invalid("wait", "wait is '" + text + "'; allowed is 1ms to 5m, such as 500ms, 30s or 2m.");
    }
}
