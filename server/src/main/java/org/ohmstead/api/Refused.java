package org.ohmstead.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why something was not done, for the one who asked for it. Its words are those of the matter, not of HTTP: the REST door has a
 * status for each kind, and other doors have words of their own.
 */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What stands in the way. */
    public enum Kind {
        /** What was sent cannot be read. */
        MALFORMED,
        /** A field or a parameter has a value that is not allowed. */
        INVALID,
        /** Who asks has shown nothing that proves them, or something that proves nothing. */
        UNKNOWN_CALLER,
        /** Who asks is known, and may not do this. */
        FORBIDDEN,
        /** What was named does not exist. */
        NOT_FOUND,
        /** The request is fine, but what stands already forbids it. */
        CONFLICT,
        /** It was there, and is not any more. */
        GONE,
        /** What was sent is larger than is allowed. */
        TOO_LARGE,
        /** What stands is not what the asker believes it to be. */
        CHANGED,
        /** Too much of it waits already; it may be asked again. */
        TOO_MANY,
        /** No more of it is possible until some of it ends. */
        FULL
    }

    private final Kind kind;
    private final String title;
    private final String detail;
    private final @Nullable String field;
    private final @Nullable Duration retryAfter;

    /**
     * @param title  the kind of problem in a few words, always the same for the same kind
     * @param detail this one, in sentences: what was found, what is allowed, what to do next
     * @param field  the field of the body, the query parameter or the part of the path that it is about
     */
    public Refused(Kind kind, String title, String detail, @Nullable String field) {
        this(kind, title, detail, field, null);
    }

    private Refused(Kind kind, String title, String detail, @Nullable String field, @Nullable Duration retryAfter) {
        super(kind + " " + title + ": " + detail, null, false, false);
        this.kind = kind;
        this.title = title;
        this.detail = detail;
        this.field = field;
        this.retryAfter = retryAfter;
    }

    /** Somebody asks too often. @param retryAfter when it is worth another try */
    public static Refused tooMany(String detail, Duration retryAfter) {
        return new Refused(Kind.TOO_MANY, "Too many requests", detail, null, retryAfter);
    }

    /** A field or a parameter has a value that is not allowed. */
    public static Refused invalid(String field, String detail) {
        return new Refused(Kind.INVALID, "Invalid value", detail, field);
    }

    /** Who asks may not do this. @param field null: it is about the whole request */
    public static Refused forbidden(@Nullable String field, String detail) {
        return new Refused(Kind.FORBIDDEN, "Not allowed", detail, field);
    }

    /** What was named does not exist. */
    public static Refused notFound(String detail) {
        return new Refused(Kind.NOT_FOUND, "Not found", detail, null);
    }

    /** What stands already forbids it. */
    public static Refused conflict(@Nullable String field, String detail) {
        return new Refused(Kind.CONFLICT, "Conflict", detail, field);
    }

    /** What was named was there, and is not any more: it was used up, or its time is over. */
    public static Refused gone(String detail) {
        return new Refused(Kind.GONE, "Gone", detail, null);
    }

    /** What was sent is larger than is allowed. */
    public static Refused tooLarge(String detail) {
        return new Refused(Kind.TOO_LARGE, "Body too large", detail, null);
    }

    public Kind kind() {
        return kind;
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

    /** When it is worth another try; null: nobody knows. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
