package org.ohmstead.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a tenant's chain begins and ends, at one moment.
 *
 * @param anchor    behind which it begins
 * @param clearedAt when the lines up to the anchor were cleared away; null: none were
 * @param head      its last line; null: nothing says which that is
 * @param last      the highest number that any line has; 0: there are no lines
 */
record ChainEnds(
        End anchor, @Nullable Instant clearedAt, @Nullable End head, long last) {
    /** A line, by its number and its hash. */
    record End(long seq, String hash) {
        /** Before the first line. */
        static final End BEGIN = new End(0, AuditLine.BEGIN);
    }
}
