package org.ohmstead.configuration.desired;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * A station was not set to what it is to be set to, and was told again.
 *
 * @param values what it was told, and what it said to each
 */
public record ConfigurationRestored(long tenant, Long station, Instant at, String identity, List<Value> values)
        implements Event {
    /**
     * @param name   all of its name in one
     * @param found  what it was; null: it has not told
     * @param result its word, such as {@code Accepted}
     */
    public record Value(
            String name, String wanted, @Nullable String found, String result) {}

    @Override
    public String kind() {
        return "configuration.restored";
    }
}
