package org.ohmstead.api;

import org.jspecify.annotations.Nullable;

/**
 * Why a request was refused, for the one who sent it; becomes {@code application/problem+json} (RFC 9457).
 * The detail names what was found, what is allowed, and what to do next.
 */
public final class Problem extends RuntimeException {
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
    public Problem(int status, String title, String detail, @Nullable String field) {
        super(status + " " + title + ": " + detail, null, false, false);
        this.status = status;
        this.title = title;
        this.detail = detail;
        this.field = field;
    }

    /** 400: a field or a parameter has a value that is not allowed. */
    public static Problem invalid(String field, String detail) {
        return new Problem(400, "Invalid value", detail, field);
    }

    /** 404: what the path names does not exist. */
    public static Problem notFound(String detail) {
        return new Problem(404, "Not found", detail, null);
    }

    /** 409: the request is fine, but what stands already forbids it. */
    public static Problem conflict(@Nullable String field, String detail) {
        return new Problem(409, "Conflict", detail, field);
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return detail;
    }

    public @Nullable String field() {
        return field;
    }
}
