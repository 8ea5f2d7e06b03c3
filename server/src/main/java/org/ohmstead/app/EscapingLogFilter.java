package org.ohmstead.app;

import io.quarkus.logging.LoggingFilter;
import java.util.Set;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/**
 * One line per event, whatever a station or a client sent: line breaks, terminal escapes and what turns the direction of writing
 * stand in the log as {@code \n} or <code>&#92;u001b</code>, so that nobody forges a line or speaks to the terminal of who reads.
 * That an answer found nobody any more is not told: whoever hangs up at once could fill the log with it.
 */
@LoggingFilter(name = "escaping")
public final class EscapingLogFilter implements Filter {
    private static final int MOST_CAUSES = 20;
    /** What Vert.x says where a response is written, or a WebSocket made, whose connection has been closed meanwhile. */
    private static final Set<String> NOBODY_LEFT =
            Set.of("Response has already been written", "Result is already complete");

    @Override
    public boolean isLoggable(LogRecord line) {
        if (line.getThrown() instanceof IllegalStateException thrown && isOfNobody(thrown)) {
            return false;
        }
        if (line instanceof ExtLogRecord record) {
            String text = record.getFormattedMessage();
            String escaped = escaped(text);
            if (!escaped.equals(text)) {
                record.setMessage(escaped, ExtLogRecord.FormatStyle.NO_FORMAT);
                record.setParameters(null);
            }
        }
        if (line.getThrown() != null && isForged(line.getThrown())) {
            line.setThrown(new Escaped(line.getThrown(), MOST_CAUSES));
        }
        return true;
    }

    private static boolean isOfNobody(IllegalStateException thrown) {
        return thrown.getMessage() != null
                && NOBODY_LEFT.contains(thrown.getMessage())
                && thrown.getStackTrace().length > 0
                && thrown.getStackTrace()[0].getClassName().startsWith("io.vertx.core.");
    }

    private static boolean isForged(Throwable thrown) {
        Throwable each = thrown;
        for (int depth = 0; each != null && depth < MOST_CAUSES; depth++) {
            String text = each.toString();
            if (!escaped(text).equals(text)) {
                return true;
            }
            each = each.getCause();
        }
        return false;
    }

    /** The same text on one line. */
    static String escaped(@Nullable String text) {
        if (text == null || text.codePoints().noneMatch(EscapingLogFilter::isControl)) {
            return String.valueOf(text);
        }
        StringBuilder line = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> {
                    if (isControl(letter)) {
                        line.append("\\u%04x".formatted(letter));
                    } else {
                        line.appendCodePoint(letter);
                    }
                }
            }
        });
        return line.toString();
    }

    private static boolean isControl(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    /** A failure as it is shown: its words escaped, its trace and causes as they are. */
    private static final class Escaped extends Throwable {
        private static final long serialVersionUID = 1L;

        private final String shown;

        Escaped(Throwable original, int causes) {
            super(null, cause(original, causes), false, true);
            this.shown = escaped(original.toString());
            setStackTrace(original.getStackTrace());
        }

        private static @Nullable Throwable cause(Throwable original, int causes) {
            return original.getCause() == null || causes == 0 ? null : new Escaped(original.getCause(), causes - 1);
        }

        @Override
        public String toString() {
            return shown;
        }
    }
}
