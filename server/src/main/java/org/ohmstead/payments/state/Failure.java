package org.ohmstead.payments.state;

/**
 * Why something was not done.
 *
 * @param code    of the provider, or our own: a word
 * @param message for people, without anything secret
 */
public record Failure(String code, String message) {
    private static final int LONGEST_CODE = 100;
    private static final int LONGEST_MESSAGE = 500;

    public Failure {
        code = cut(code, LONGEST_CODE);
        message = cut(message, LONGEST_MESSAGE);
    }

    /** What others wrote may hold what no database takes. */
    private static String cut(String text, int most) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .limit(most)
                .forEach(each -> clean.appendCodePoint(
                        each == 0 || (each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE)
                                ? '\uFFFD'
                                : each));
        return clean.toString();
    }
}
