package org.ohmstead.secrets;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;

/** A parser for trees whose numbers are not read, but kept as they were written: none is too large, and none changes. */
final class VerbatimNumbers extends JsonParserDelegate {
    VerbatimNumbers(JsonParser parser) {
        super(parser);
    }

    @Override
    public JsonToken nextToken() throws IOException {
        super.nextToken();
        return currentToken();
    }

    @Override
    public JsonToken currentToken() {
        JsonToken token = super.currentToken();
        return token != null && token.isNumeric() ? JsonToken.VALUE_EMBEDDED_OBJECT : token;
    }

    @Override
    public int currentTokenId() {
        JsonToken token = currentToken();
        return token == null ? JsonToken.NOT_AVAILABLE.id() : token.id();
    }

    @Override
    public Object getEmbeddedObject() throws IOException {
        return new RawValue(getText());
    }
}
