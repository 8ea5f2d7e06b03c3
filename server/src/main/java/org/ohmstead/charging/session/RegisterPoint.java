package org.ohmstead.charging.session;

import java.math.BigDecimal;
import java.time.Instant;

/** What an import register showed at a time, in Wh. */
public record RegisterPoint(Instant at, BigDecimal wh) {
    /** A tenth of a kWh: the coarsest step of a register that is reported in kWh beside a start and stop in Wh. */
    public static final BigDecimal COARSE = BigDecimal.valueOf(100);
}
