package org.ohmstead.audit;

import java.time.Duration;

/**
 * How long lines are kept.
 *
 * @param retention at least {@link #SHORTEST}; zero: for ever
 */
public record AuditSettings(Duration retention) {
    public static final Duration SHORTEST = Duration.ofDays(30);

    public AuditSettings {
        if (!retention.isZero() && retention.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("lines are kept for " + retention + "; at least " + SHORTEST);
        }
    }
}
