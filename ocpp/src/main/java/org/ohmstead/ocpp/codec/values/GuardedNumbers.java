package org.ohmstead.ocpp.codec.values;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.math.BigDecimal;

/** A parser whose decimals are looked at before they are computed; what is too large is an error of the text like others. */
final class GuardedNumbers extends JsonParserDelegate {
    GuardedNumbers(JsonParser parser) {
        super(parser);
    }

    @Override
    public BigDecimal getDecimalValue() throws IOException {
        BigDecimal number = Decimals.read(getText());
        if (number == null) {
            throw new JsonParseException(
                    this, "A number with more digits or a larger exponent than " + Decimals.LARGEST_EXPONENT);
        }
        return number;
    }
}
