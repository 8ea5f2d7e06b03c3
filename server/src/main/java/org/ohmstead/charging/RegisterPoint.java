package org.ohmstead.charging;

import java.math.BigDecimal;
import java.time.Instant;

/** What an import register showed at a time, in Wh. */
record RegisterPoint(Instant at, BigDecimal wh) {}
