package org.ohmstead.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

class EscapingLogFilterTest {
    private static final String FORGED = "CP-1\n2026-01-01 ERROR all is lost\u001b[2J\u202e\u0085";
    private static final String SHOWN = "CP-1\\n2026-01-01 ERROR all is lost\\u001b[2J\\u202e\\u0085";

    private final EscapingLogFilter filter = new EscapingLogFilter();

    @Test
    void what_a_station_sent_stays_on_one_line_and_says_nothing_to_a_terminal() {
        ExtLogRecord line =
                new ExtLogRecord(Level.INFO, "station={0} boot", ExtLogRecord.FormatStyle.MESSAGE_FORMAT, "x");
        line.setParameters(new Object[] {FORGED});
        assertThat(filter.isLoggable(line)).isTrue();
        assertThat(line.getFormattedMessage()).isEqualTo("station=" + SHOWN + " boot");
    }

    @Test
    void neither_do_the_words_of_failures() {
        ExtLogRecord line = new ExtLogRecord(Level.SEVERE, "failed", "x");
        IllegalStateException cause = new IllegalStateException(FORGED);
        line.setThrown(new IllegalArgumentException("no forgery", cause));
        assertThat(filter.isLoggable(line)).isTrue();
        StringWriter trace = new StringWriter();
        line.getThrown().printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString())
                .contains(
                        "java.lang.IllegalArgumentException: no forgery",
                        "Caused by: java.lang.IllegalStateException: " + SHOWN)
                .contains("at org.ohmstead.app.EscapingLogFilterTest");
    }

    @Test
    void an_honest_line_is_left_alone() {
        ExtLogRecord line =
                new ExtLogRecord(Level.INFO, "station={0} größer", ExtLogRecord.FormatStyle.MESSAGE_FORMAT, "x");
        line.setParameters(new Object[] {"CP-1"});
        IllegalStateException failure = new IllegalStateException("honest");
        line.setThrown(failure);
        filter.isLoggable(line);
        assertThat(line.getFormattedMessage()).isEqualTo("station=CP-1 größer");
        assertThat(line.getThrown()).isSameAs(failure);
    }

    @Test
    void that_nobody_is_left_to_hear_an_answer_is_not_told() {
        ExtLogRecord line = new ExtLogRecord(Level.SEVERE, "failed", "x");
        IllegalStateException ofVertx = new IllegalStateException("Response has already been written");
        ofVertx.setStackTrace(
                new StackTraceElement[] {new StackTraceElement("io.vertx.core.http.impl.X", "checkValid", "X.java", 1)
                });
        line.setThrown(ofVertx);
        assertThat(filter.isLoggable(line)).isFalse();
        line.setThrown(new IllegalStateException("Response has already been written"));
        assertThat(filter.isLoggable(line)).isTrue();
        line.setThrown(new IllegalStateException("something else"));
        assertThat(filter.isLoggable(line)).isTrue();
    }
}
