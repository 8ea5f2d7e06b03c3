package org.ohmstead.customers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * A station has agreed to erase what it knows of a customer. It may have taken the customer's token out of its local list, so what
 * we believe to stand there is to be mended (N10.FR.02).
 *
 * @param token     by which the customer was named; null: by something else
 * @param tokenType as OCPP has it, such as {@code ISO14443}; null: the customer was named by something else
 * @param command   that asked for it
 */
public record CustomerInformationCleared(
        long tenant,
        Long station,
        Instant at,
        String identity,
        @Nullable String token,
        @Nullable String tokenType,
        long command)
        implements Event {
    @Override
    public String kind() {
        return "customer-information.cleared";
    }
}
