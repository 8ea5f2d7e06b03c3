package org.ohmstead.app.http;

import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;

/**
 * Why a request was refused, for the one who sent it; becomes {@code application/problem+json} (RFC 9457).
 * The detail names what was found, what is allowed, and what to do next.
 */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;
    private final String detail;
    private final @Nullable String field;

    /**
     * @param status the HTTP status
     * @param title  the kind of problem in a few words, always the same for the same kind
     * @param detail this one, in sentences
     * @param field  the field of the body, the query parameter or the part of the path that it is about
     */
    Problem(int status, String title, String detail, @Nullable String field) {
        super(status + " " + title + ": " + detail, null, false, false);
        this.status = status;
        this.title = title;
        this.detail = detail;
        this.field = field;
    }

    /** What a service refused, in the words of HTTP. */
    static Problem of(Refused refused) {
        int status =
                switch (refused.kind()) {
                    case MALFORMED, INVALID -> 400;
                    case UNKNOWN_CALLER -> 401;
                    case FORBIDDEN -> 403;
                    case NOT_FOUND -> 404;
                    case CONFLICT -> 409;
                    case GONE -> 410;
                    case TOO_LARGE -> 413;
                    case CHANGED -> 412;
                    case TOO_MANY -> 429;
                    case FULL -> 503;
                };
        return new Problem(status, refused.title(), refused.detail(), refused.field());
    }

    /** @param largest what is allowed, in bytes */
    static Problem tooLarge(int largest) {
        String allowed = largest >= 1 << 20 ? (largest >> 20) + " MiB" : (largest >> 10) + " KiB";
        return new Problem(413, "Body too large", "The body is too large; allowed is " + allowed + ".", null);
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String detail() {
        return detail;
    }

    @Nullable
    String field() {
        return field;
    }
}
