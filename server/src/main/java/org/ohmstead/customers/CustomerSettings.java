package org.ohmstead.customers;

import java.time.Duration;

/**
 * What stations have told about customers.
 *
 * @param retention how long it is kept after it was asked for. Default 7 days
 */
public record CustomerSettings(Duration retention) {
    public static CustomerSettings defaults() {
        return new CustomerSettings(Duration.ofDays(7));
    }
}
