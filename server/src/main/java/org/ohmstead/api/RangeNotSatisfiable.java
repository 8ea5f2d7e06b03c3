package org.ohmstead.api;

/** What was asked for has no such part (RFC 9110, 15.5.17). */
public final class RangeNotSatisfiable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String contentRange;
    private final String detail;

    /**
     * @param contentRange how large it is, in the words of the header, such as {@code bytes *}{@code /100}
     * @param detail       what was found and what is allowed, in sentences
     */
    public RangeNotSatisfiable(String contentRange, String detail) {
        super(detail, null, false, false);
        this.contentRange = contentRange;
        this.detail = detail;
    }

    public String contentRange() {
        return contentRange;
    }

    public String detail() {
        return detail;
    }
}
