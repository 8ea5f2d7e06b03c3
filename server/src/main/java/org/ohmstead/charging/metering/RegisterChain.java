package org.ohmstead.charging.metering;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.session.RegisterPoint;

/**
 * Readings that can be of one and the same register, because each follows from the one before it. Kept as its ends; between
 * them other readings may lie that do not belong to it.
 */
final class RegisterChain {
    private final RegisterPoint first;
    private final int from;
    private RegisterPoint last;
    private @Nullable RegisterPoint beforeLast;
    private int to;
    private int size = 1;

    RegisterChain(RegisterPoint first, int position) {
        this.first = first;
        this.last = first;
        this.from = position;
        this.to = position;
    }

    void add(RegisterPoint point, int position) {
        beforeLast = last;
        last = point;
        to = position;
        size++;
    }

    /** Its last but one reading, where that has not been its last for long; null: there is none. */
    @Nullable
    RegisterPoint beforeLast() {
        return beforeLast;
    }

    /** Its last reading does not belong to it: the next one goes on where the one before it was. */
    void replaceLast(RegisterPoint point, int position) {
        last = point;
        to = position;
    }

    RegisterPoint first() {
        return first;
    }

    RegisterPoint last() {
        return last;
    }

    int size() {
        return size;
    }

    /** How many readings came after its last one, seen from a position. */
    int interruption(int position) {
        return position - to - 1;
    }

    /** Position of its first reading. */
    int from() {
        return from;
    }

    /** Position of its last reading. */
    int to() {
        return to;
    }

    /** In Wh; never less than 0. */
    BigDecimal energy() {
        return last.wh().subtract(first.wh()).max(BigDecimal.ZERO);
    }
}
