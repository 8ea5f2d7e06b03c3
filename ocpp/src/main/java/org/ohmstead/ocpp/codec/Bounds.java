package org.ohmstead.ocpp.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/**
 * What a number may be, both ends inclusive.
 *
 * @param min {@link Long#MIN_VALUE} for no limit
 * @param max {@link Long#MAX_VALUE} for no limit
 */
record Bounds(long min, long max) {
    static final Bounds NONE = new Bounds(Long.MIN_VALUE, Long.MAX_VALUE);

    void check(long number, Findings findings) {
        if (number < min || number > max) {
            deviate(Long.toString(number), findings);
        }
    }

    void check(BigDecimal number, Findings findings) {
        boolean tooSmall = min != Long.MIN_VALUE && number.compareTo(BigDecimal.valueOf(min)) < 0;
        boolean tooLarge = max != Long.MAX_VALUE && number.compareTo(BigDecimal.valueOf(max)) > 0;
        if (tooSmall || tooLarge) {
            deviate(number.toString(), findings);
        }
    }

    private void deviate(String number, Findings findings) {
        String from = min == Long.MIN_VALUE ? "" : "at least " + min;
        String to = max == Long.MAX_VALUE ? "" : "at most " + max;
        findings.deviate(Rule.VALUE, findings.shown(number), from + (from.isEmpty() || to.isEmpty() ? "" : ", ") + to);
    }

    void describe(ObjectNode schema) {
        if (min != Long.MIN_VALUE) {
            schema.put("minimum", min);
        }
        if (max != Long.MAX_VALUE) {
            schema.put("maximum", max);
        }
    }
}
