package org.ohmstead.ocpp.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import org.ohmstead.ocpp.codec.values.Timestamps;

/**
 * A moment. Written with Z and without a fraction, or with three digits of it (field note 62); read as {@link Timestamps} can.
 */
record TimeShape() implements Shape {
    @Override
    public Object read(Incoming in) throws IOException {
        return switch (in.token()) {
            case VALUE_STRING -> text(in);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> epoch(in);
            default -> in.wrongType(wanted());
        };
    }

    private Object text(Incoming in) throws IOException {
        String text = in.text();
        Instant moment = Timestamps.parse(text);
        if (moment != null) {
            return moment;
        }
        Instant guess = in.strict ? null : Timestamps.guess(text, in.zone);
        if (guess == null) {
            return in.findings.fail(Rule.VALUE, text, wanted());
        }
        in.findings.deviate(Rule.VALUE, text, wanted());
        return guess;
    }

    private Object epoch(Incoming in) throws IOException {
        Instant guess = in.strict ? null : Timestamps.guess(in.text(), in.zone);
        if (guess == null) {
            return in.wrongType(wanted());
        }
        in.coerced(wanted());
        return guess;
    }

    @Override
    public void check(Object value, Findings findings) {
        Instant moment = (Instant) value;
        if (!Timestamps.isWritable(moment)) {
            findings.deviate(Rule.VALUE, moment.toString(), "a year of four digits");
        }
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        out.writeString(Timestamps.write((Instant) value));
    }

    @Override
    public ObjectNode describe(Definitions definitions) {
        return definitions.node().put("type", "string").put("format", "date-time");
    }

    @Override
    public String wanted() {
        return "a time as RFC 3339 has it";
    }
}
