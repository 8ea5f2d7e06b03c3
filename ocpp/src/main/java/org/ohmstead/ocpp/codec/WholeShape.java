package org.ohmstead.ocpp.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.codec.values.Decimals;

/**
 * A whole number; 1.0 is one too. The schemas bound none by size, the specification says 32 bits (OCPP 2.x part 2, 2.1.3), so
 * what goes beyond {@link Integer} or {@link Long} is of the wrong type, even where the schema has no objection.
 *
 * @param wide   whether the record holds it as a long: ids and meters of 1.6, which stations fill beyond 32 bits (field note
 *               93)
 * @param bounds what the schema allows
 */
record WholeShape(boolean wide, Bounds bounds) implements Shape {
    @Override
    public Object read(Incoming in) throws IOException {
        return switch (in.token()) {
            case VALUE_NUMBER_INT -> integer(in);
            case VALUE_NUMBER_FLOAT -> decimal(in.number(), in);
            case VALUE_STRING -> digits(in);
            default -> in.wrongType(wanted());
        };
    }

    private Object integer(Incoming in) throws IOException {
        NumberType size = in.parser.getNumberType();
        if (size == NumberType.INT || (wide && size == NumberType.LONG)) {
            return checked(in.parser.getLongValue(), in.findings);
        }
        return decimal(in.number(), in);
    }

    private Object digits(Incoming in) throws IOException {
        BigDecimal number = in.strict ? null : Decimals.read(in.text());
        if (number == null) {
            return in.wrongType(wanted());
        }
        in.coerced(wanted());
        return decimal(number, in);
    }

    /** Halves are rounded up and what is too large is cut to the largest, both by a lenient reading only. */
    private Object decimal(@Nullable BigDecimal number, Incoming in) throws IOException {
        if (number == null) {
            return in.wrongType(wanted());
        }
        BigDecimal whole = number.setScale(0, RoundingMode.HALF_UP);
        long most = wide ? Long.MAX_VALUE : Integer.MAX_VALUE;
        long least = wide ? Long.MIN_VALUE : Integer.MIN_VALUE;
        BigDecimal kept = whole.min(BigDecimal.valueOf(most)).max(BigDecimal.valueOf(least));
        if (kept.compareTo(number) != 0) {
            in.findings.deviate(Rule.TYPE, in.findings.shown(number.toString()), wanted());
        }
        return checked(kept.longValueExact(), in.findings);
    }

    private Object checked(long number, Findings findings) {
        bounds.check(number, findings);
        return wide ? (Object) number : (Object) (int) number;
    }

    @Override
    public void check(Object value, Findings findings) {
        bounds.check(((Number) value).longValue(), findings);
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        out.writeNumber(((Number) value).longValue());
    }

    @Override
    public ObjectNode describe(Definitions definitions) {
        ObjectNode schema = definitions.node().put("type", "integer");
        bounds.describe(schema);
        return schema;
    }

    @Override
    public String wanted() {
        return wide ? "a whole number of 64 bits" : "a whole number of 32 bits";
    }
}
