package org.ohmstead.tokens;

/**
 * A verdict that is held until what follows from it is written: where the token may have so many sessions at once and no more, a
 * start that was accepted counts from the decision on, so that of two in the same instant only one is. To be closed when the
 * start is on disk, or has failed.
 */
public final class Decision implements AutoCloseable {
    private final TokenVerdict verdict;
    private final Runnable written;

    Decision(TokenVerdict verdict) {
        this(verdict, () -> {});
    }

    Decision(TokenVerdict verdict, Runnable written) {
        this.verdict = verdict;
        this.written = written;
    }

    public TokenVerdict verdict() {
        return verdict;
    }

    @Override
    public void close() {
        written.run();
    }
}
