package org.ohmstead.pricing.sessions;

import java.time.Duration;

/**
 * How stations are told what sessions cost.
 *
 * @param costUpdateInterval how often at most while a session runs; zero: not at all
 */
public record PricingSettings(Duration costUpdateInterval) {
    public static PricingSettings defaults() {
        return new PricingSettings(Duration.ofMinutes(1));
    }
}
