package org.ohmstead.payments;

import java.time.Duration;

/**
 * When a provider is asked again.
 *
 * @param after of a payment whose state is none to stay in, since it was last asked about
 */
public record ReconciliationSettings(Duration after) {
    public static ReconciliationSettings defaults() {
        return new ReconciliationSettings(Duration.ofMinutes(5));
    }
}
