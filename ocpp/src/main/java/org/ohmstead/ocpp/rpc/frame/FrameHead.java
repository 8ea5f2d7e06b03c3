package org.ohmstead.ocpp.rpc.frame;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.codec.Rule;

/** What stands before the payload. Keeps what was read when the text breaks off later: an error can still be tied to its CALL. */
public final class FrameHead {
    private static final int NO_NUMBER = -1;
    private static final Pattern JSON_NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

    private int number = NO_NUMBER;
    private @Nullable MessageId id;
    private @Nullable String action;
    private int next = FurtherMessage.NONE;
    private final List<Deviation> deviations = new ArrayList<>(0);

    /**
     * Reads up to the payload and leaves the parser on its first token: of a request after the action, of all else after
     * the id. Where the frame ends earlier the parser stands on what was found instead.
     */
    public void read(JsonParser at) throws IOException {
        if (at.nextToken() != JsonToken.START_ARRAY) {
            return;
        }
        number = number(at, at.nextToken());
        if (number == NO_NUMBER) {
            return;
        }
        id = id(at, at.nextToken());
        if (id == null) {
            return;
        }
        JsonToken next = at.nextToken();
        FrameType type = type();
        if (type != null && type.isRequest() && next == JsonToken.VALUE_STRING) {
            action = at.getText();
            at.nextToken();
        }
    }

    /** Whether a message type number was there at all. */
    public boolean hasNumber() {
        return number != NO_NUMBER;
    }

    public @Nullable FrameType type() {
        return FrameType.of(number);
    }

    public @Nullable MessageId id() {
        return id;
    }

    /** As it came; null when there is none, or none is due. */
    public @Nullable String action() {
        return action;
    }

    public List<Deviation> deviations() {
        return deviations;
    }

    /** Where a further message begins in the same text, or {@link FurtherMessage#NONE}. */
    public int next() {
        return next;
    }

    public void next(int offset) {
        next = offset;
    }

    private int number(JsonParser at, @Nullable JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_NUMBER_INT) {
            String digits = at.getText();
            return digits.length() > 4 ? Integer.MAX_VALUE : Math.max(NO_NUMBER, at.getIntValue());
        }
        if (token == JsonToken.VALUE_STRING && at.getText().matches("[2-6]")) {
            deviations.add(new Deviation("frame[0]", Rule.TYPE, "a text", "a number"));
            return at.getText().charAt(0) - '0';
        }
        return NO_NUMBER;
    }

    private @Nullable MessageId id(JsonParser at, @Nullable JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_STRING) {
            String text = at.getText();
            if (text.isEmpty() || text.length() > 36) {
                deviations.add(
                        new Deviation("frame[1]", Rule.VALUE, text.length() + " characters", "1 to 36 characters"));
            }
            return new MessageId(text, false);
        }
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            deviations.add(new Deviation("frame[1]", Rule.TYPE, "a number", "a text"));
            // The lenient parser also lets "007" and "NaN" through, which would break the JSON of the answer.
            return new MessageId(at.getText(), JSON_NUMBER.matcher(at.getText()).matches());
        }
        return null;
    }
}
