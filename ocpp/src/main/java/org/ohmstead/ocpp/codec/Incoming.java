package org.ohmstead.ocpp.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.codec.values.Decimals;

/** One reading under way: the parser, how to read, and what was found. */
final class Incoming {
    final JsonParser parser;
    final Findings findings;
    final boolean strict;
    final ZoneId zone;

    Incoming(JsonParser parser, Reading reading) {
        this.parser = parser;
        this.findings = new Findings(reading.strict());
        this.strict = reading.strict();
        this.zone = reading.zone();
    }

    /** The first token of the value at hand. */
    JsonToken token() {
        return parser.currentToken();
    }

    /** The literal text of the scalar at hand. */
    String text() throws IOException {
        return parser.getText();
    }

    /** A value of a type that cannot be used: steps to its end. */
    Object wrongType(String allowed) throws IOException {
        Object bad = findings.fail(Rule.TYPE, found(), allowed);
        parser.skipChildren();
        return bad;
    }

    /** The number at hand; null for NaN, and for what is too large to compute with. */
    @Nullable
    BigDecimal number() throws IOException {
        boolean small = token() == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != NumberType.BIG_INTEGER;
        return small ? BigDecimal.valueOf(parser.getLongValue()) : Decimals.read(text());
    }

    /** A value of the wrong type that can be understood all the same. */
    void coerced(String allowed) throws IOException {
        findings.deviate(Rule.TYPE, found(), allowed);
    }

    /** The value at hand in short. */
    String found() throws IOException {
        return switch (token()) {
            case VALUE_STRING -> '"' + findings.shown(text()) + '"';
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> findings.shown(text());
            default -> kind();
        };
    }

    /** The kind of the value at hand, where its content is nobody's business: a field we do not know may hold a password. */
    String kind() {
        return switch (token()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE -> "true";
            case VALUE_FALSE -> "false";
            case VALUE_NULL -> "null";
            default -> token().name();
        };
    }
}
