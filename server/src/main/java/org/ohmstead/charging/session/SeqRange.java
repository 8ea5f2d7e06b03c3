package org.ohmstead.charging.session;

import org.jspecify.annotations.Nullable;

/**
 * Which sequence numbers of a 2.x session have come.
 *
 * @param first of the event that started it; some stations count on from the session before (E.1.3.2)
 * @param last  the highest one
 * @param end   of the event that ended it
 */
public record SeqRange(
        @Nullable Integer first,
        @Nullable Integer last,
        @Nullable Integer end) {
    public static final SeqRange NONE = new SeqRange(null, null, null);

    public SeqRange reached(@Nullable Integer seqNo) {
        return seqNo == null || (last != null && last >= seqNo) ? this : new SeqRange(first, seqNo, end);
    }

    public SeqRange started(@Nullable Integer seqNo) {
        return new SeqRange(seqNo, last, end);
    }

    public SeqRange ended(@Nullable Integer seqNo) {
        return new SeqRange(first, last, seqNo);
    }

    /** Whether a number says something new, or something that may be known already. */
    public boolean isAhead(@Nullable Integer seqNo) {
        return seqNo != null && (last == null || seqNo > last);
    }

    /** Whether it is the very next one. */
    public boolean isNext(@Nullable Integer seqNo) {
        return seqNo != null && last != null && seqNo == last + 1;
    }
}
