package org.ohmstead.simulator.station;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a station knows about its transaction messages: which the CSMS has acknowledged, and with what. After a crash of the
 * CSMS each fact here must be in its database, once.
 */
public final class Deliveries {
    private final List<Fact> acknowledged = new ArrayList<>();
    private final List<Fact> discarded = new ArrayList<>();

    /**
     * One transaction message.
     *
     * @param transaction {@link Transaction#id}: the transactionId in 2.x, the station's own name for it in 1.6
     * @param request     as it was sent
     * @param response    null for a discarded one
     * @param at          station time of the acknowledgement
     */
    public record Fact(
            String identity,
            String transaction,
            String action,
            Record request,
            @Nullable Record response,
            Instant at) {}

    synchronized void acknowledged(Fact fact) {
        acknowledged.add(fact);
    }

    synchronized void discarded(Fact fact) {
        discarded.add(fact);
    }

    /** In the order of their acknowledgement. */
    public synchronized List<Fact> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** Given up after the last attempt. */
    public synchronized List<Fact> discarded() {
        return List.copyOf(discarded);
    }
}
