package org.ohmstead.ocpp.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.codec.values.Decimals;

/**
 * A decimal with the digits it came with: 8.1 stays 8.1.
 *
 * @param bounds   what the schema allows
 * @param step     of which it must be a multiple, or null
 * @param integral whether this version wants a whole number
 */
record DecimalShape(Bounds bounds, @Nullable BigDecimal step, boolean integral) implements Shape {
    @Override
    public Object read(Incoming in) throws IOException {
        return switch (in.token()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> checked(in.number(), in);
            case VALUE_STRING -> digits(in);
            default -> in.wrongType(wanted());
        };
    }

    private Object digits(Incoming in) throws IOException {
        BigDecimal number = in.strict ? null : Decimals.read(in.text());
        if (number == null) {
            return in.wrongType(wanted());
        }
        in.coerced(wanted());
        return checked(number, in);
    }

    private Object checked(@Nullable BigDecimal number, Incoming in) throws IOException {
        if (number == null) {
            return in.wrongType(wanted());
        }
        check(number, in.findings);
        return number;
    }

    @Override
    public void check(Object value, Findings findings) {
        BigDecimal number = (BigDecimal) value;
        if (!Decimals.isSane(number)) {
            findings.fail(Rule.VALUE, number.toString(), "an exponent of at most " + Decimals.LARGEST_EXPONENT);
            return;
        }
        bounds.check(number, findings);
        if (step != null && number.remainder(step).signum() != 0) {
            findings.deviate(Rule.VALUE, number.toString(), "a multiple of " + step);
        }
        if (integral && number.remainder(BigDecimal.ONE).signum() != 0) {
            findings.deviate(Rule.TYPE, number.toString(), "a whole number");
        }
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        out.writeNumber(((BigDecimal) value).toPlainString());
    }

    @Override
    public ObjectNode describe(Definitions definitions) {
        ObjectNode schema = definitions.node().put("type", integral ? "integer" : "number");
        bounds.describe(schema);
        if (step != null) {
            schema.put("multipleOf", step);
        }
        return schema;
    }

    @Override
    public String wanted() {
        return integral ? "a whole number" : "a number";
    }
}
