package org.ohmstead.ocpp.rpc.frame;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.codec.Rule;

/**
 * Mends what broken firmware is known to do to JSON, in one pass: byte order mark and NUL bytes (field note 29), leading,
 * doubled and trailing commas ({@code [,{}]}, field note 27), missing values ({@code "transactionId":,}, field note 28),
 * missing closing brackets (field note 26), and what follows the end. A text that breaks off inside a text or a number stays
 * broken: half a meter reading is worse than none.
 */
public final class Repair {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Deeper than the parser goes, and so not worth mending; also keeps the search for a bracket's partner short. */
    private static final int MOST_DEPTH = 128;

    private static final Set<String> NO_NUMBERS =
            Set.of("nan", "-nan", "inf", "-inf", "infinity", "-infinity", "none", "undefined");

    private static final int LONGEST_WORD = 10;

    private final String broken;

    /** Where the message begins. */
    private final int begin;

    private final StringBuilder mended = new StringBuilder();
    private final List<Deviation> made = new ArrayList<>(2);

    /** One bit per open bracket: set for an object. */
    private final BitSet objects = new BitSet();

    private int depth;
    private boolean ended;
    private int next = FurtherMessage.NONE;

    /** A comma that waits for the value that follows it. */
    private boolean comma;

    /** The last thing written that means something: a bracket, a colon, a quote, or a letter of a word or number. */
    private char last;

    private Repair(String broken, int begin) {
        this.broken = broken;
        this.begin = begin;
    }

    /** The message of a text that begins there. */
    public static Repair of(String broken, int begin) {
        Repair repair = new Repair(broken, begin);
        repair.run();
        return repair;
    }

    public String text() {
        return mended.toString();
    }

    /** Where a further message begins in the broken text, or {@link FurtherMessage#NONE}. */
    public int next() {
        return next;
    }

    /** What was mended, one entry per place; empty: nothing that we know how to. */
    public List<Deviation> made() {
        return made;
    }

    private void run() {
        int at = begin;
        while (at < broken.length() && !ended && depth <= MOST_DEPTH) {
            at = step(at);
        }
        if (depth > MOST_DEPTH) {
            made.clear();
        } else if (ended) {
            next = FurtherMessage.behind(broken, at);
            if (next != FurtherMessage.NONE) {
                made.add(FurtherMessage.DEVIATION);
            } else if (!broken.substring(at).isBlank()) {
                mend(at, "text after the end");
            }
        } else if (depth > 0 && breaksOffBetweenValues()) {
            mend(at, "missing closing brackets");
            while (depth > 0) {
                close();
            }
        }
    }

    /** Whether all that was begun is whole. A number is not known to be, nor true, false and null if they were longer. */
    private boolean breaksOffBetweenValues() {
        return !comma
                && switch (last) {
                    case '{', '[', '}', ']', '"' -> true;
                    case 'w' -> {
                        String end = mended.substring(Math.max(0, mended.length() - 5));
                        yield end.endsWith("true") || end.endsWith("false") || end.endsWith("null");
                    }
                    default -> false;
                };
    }

    private int step(int at) {
        char c = broken.charAt(at);
        switch (c) {
            case '"' -> {
                return text(at);
            }
            case BYTE_ORDER_MARK, '\0' -> mend(at, "a byte order mark or NUL");
            case '{', '[' -> open(c);
            case '}', ']' -> closeUpTo(c, at);
            case ',' -> comma(at);
            case ':' -> put(c);
            case ' ', '\t', '\r', '\n' -> mended.append(c);
            default -> {
                return word(at);
            }
        }
        return at + 1;
    }

    private int text(int from) {
        int at = from + 1;
        beforeValue();
        mended.append('"');
        while (at < broken.length() && broken.charAt(at) != '"') {
            char c = broken.charAt(at++);
            if (c == '\0') {
                mend(at - 1, "a byte order mark or NUL");
                continue;
            }
            mended.append(c);
            if (c == '\\' && at < broken.length()) {
                mended.append(broken.charAt(at++));
            }
        }
        boolean closed = at < broken.length();
        last = closed ? '"' : '?';
        if (closed) {
            mended.append('"');
        }
        return at + 1;
    }

    /** A number, true, false, null, or what C and Python print for no number; all else stays garbage. */
    private int word(int from) {
        int at = from;
        while (at < broken.length() && "{}[],:\" \t\r\n\0\uFEFF".indexOf(broken.charAt(at)) < 0) {
            at++;
        }
        beforeValue();
        String word = broken.substring(from, Math.min(at, from + LONGEST_WORD));
        if (NO_NUMBERS.contains(word.toLowerCase(Locale.ROOT))) {
            mended.append("null");
            mend(from, "no number");
        } else {
            mended.append(broken, from, at);
        }
        last = 'w';
        return at;
    }

    private void open(char bracket) {
        beforeValue();
        objects.set(depth++, bracket == '{');
        put(bracket);
    }

    private void closeUpTo(char bracket, int at) {
        boolean object = bracket == '}';
        int match = depth - 1;
        while (match >= 0 && objects.get(match) != object) {
            match--;
        }
        if (match < 0) {
            mend(at, "a closing bracket too many");
            return;
        }
        missingValue(at);
        if (comma) {
            comma = false;
            mend(at, "a comma without a value");
        }
        if (match < depth - 1) {
            mend(at, "missing closing brackets");
        }
        while (depth > match) {
            close();
        }
        ended = depth == 0;
    }

    private void close() {
        depth--;
        put(objects.get(depth) ? '}' : ']');
    }

    private void comma(int at) {
        missingValue(at);
        if (comma || last == '[' || last == '{' || last == 0) {
            mend(at, "a comma without a value");
        } else {
            comma = true;
        }
    }

    private void missingValue(int at) {
        if (last == ':') {
            mended.append("null");
            last = 'w';
            mend(at, "no value");
        }
    }

    private void beforeValue() {
        if (comma) {
            mended.append(',');
            comma = false;
        }
    }

    private void put(char c) {
        mended.append(c);
        last = c;
    }

    private void mend(int at, String what) {
        if (made.size() < 20) {
            made.add(new Deviation("frame", Rule.SYNTAX, what + " at character " + (at - begin), "well-formed JSON"));
        }
    }
}
