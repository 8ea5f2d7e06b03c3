package org.ohmstead.ocpp.rpc.frame;

import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.codec.Rule;

/**
 * A message behind the end of another one in the same text. Firmware that writes its queue into one buffer sends such, and
 * waits for all the answers.
 */
public final class FurtherMessage {
    public static final int NONE = -1;

    public static final Deviation DEVIATION =
            new Deviation("frame", Rule.SYNTAX, "a further message in the same text", "one message in a text");

    private static final String BETWEEN = " \t\r\n,;\0\uFEFF";

    private FurtherMessage() {}

    /** Where one begins, if nothing but separators stands before it; {@link #NONE}: what stands here is no message. */
    public static int behind(String text, int end) {
        int begin = end;
        while (begin < text.length() && BETWEEN.indexOf(text.charAt(begin)) >= 0) {
            begin++;
        }
        if (begin >= text.length() || text.charAt(begin) != '[') {
            return NONE;
        }
        int type = begin + 1;
        while (type < text.length() && " \t\r\n\"".indexOf(text.charAt(type)) >= 0) {
            type++;
        }
        boolean known = type < text.length() && text.charAt(type) >= '2' && text.charAt(type) <= '6';
        return known ? begin : NONE;
    }
}
