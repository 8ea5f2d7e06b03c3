package org.ohmstead.api;

/** An id in a path. */
public final class PathNumber {
    private PathNumber() {}

    /**
     * @param thing what it is the id of, in a word
     * @throws Refused not found for a text that is no whole number, since nothing has such an id
     */
    public static long of(String thing, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Refused.notFound("There is no " + thing + " '" + text + "'; an id is a whole number.");
        }
    }
}
