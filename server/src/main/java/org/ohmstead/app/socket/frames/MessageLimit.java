package org.ohmstead.app.socket.frames;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ohmstead.app.settings.SocketSettings;

/**
 * How large a message of a station may be, inflated.
 *
 * @param setting that says so
 */
public record MessageLimit(int bytes, String setting) {
    private static final Pattern REQUEST =
            Pattern.compile("^\\s*\\[\\s*\"?[26]\"?\\s*,\\s*\"[^\"]*\"\\s*,\\s*\"([A-Za-z]{1,50})");

    /**
     * A station that was accepted once needs room for what it may not give up, such as a StopTransaction with all readings of
     * a night; whoever only knows an identity gets none.
     */
    public static MessageLimit of(SocketSettings settings, boolean accepted) {
        return accepted
                ? new MessageLimit(settings.maxMessageSize().count(), "max-message-size")
                : new MessageLimit(settings.maxFirstMessageSize().count(), "max-first-message-size");
    }

    String tooLarge() {
        return "a message may have " + bytes + " bytes at most";
    }

    /** The action in the beginning of a message; empty: there is none to be seen. */
    public static String actionIn(String beginning) {
        Matcher matcher = REQUEST.matcher(beginning);
        return matcher.find() ? matcher.group(1) : "";
    }
}
