package org.ohmstead.charging;

import java.math.BigDecimal;
import java.time.Instant;

/** What an import register showed at a time, in Wh. */
record RegisterPoint(Instant at, BigDecimal wh) {
    /** A tenth of a kWh: the coarsest step of a register that is reported in kWh beside a start and stop in Wh. */
    static final BigDecimal COARSE = BigDecimal.valueOf(100);
}
