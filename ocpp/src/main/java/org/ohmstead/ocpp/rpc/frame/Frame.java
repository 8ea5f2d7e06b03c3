package org.ohmstead.ocpp.rpc.frame;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** A frame to be sent. Payloads and details are JSON text already; {@link #text()} is what goes over the wire. */
public sealed interface Frame {
    /** The most characters a description may have (OCPP-J §4.2.3). */
    int DESCRIPTION_LENGTH = 255;

    MessageId id();

    FrameType type();

    String text();

    /** {@code [2,"id","Action",{}]} */
    record Call(MessageId id, String action, String payload) implements Frame {
        @Override
        public FrameType type() {
            return FrameType.CALL;
        }

        @Override
        public String text() {
            return "[2," + id.json() + ",\"" + action + "\"," + payload + "]";
        }
    }

    /** {@code [3,"id",{}]} */
    record CallResult(MessageId id, String payload) implements Frame {
        @Override
        public FrameType type() {
            return FrameType.CALLRESULT;
        }

        @Override
        public String text() {
            return "[3," + id.json() + "," + payload + "]";
        }
    }

    /** {@code [4,"id","code","description",{}]} */
    record CallError(MessageId id, String code, String description, String details) implements Frame {
        @Override
        public FrameType type() {
            return FrameType.CALLERROR;
        }

        @Override
        public String text() {
            return "[4," + id.json() + "," + error(code, description, details) + "]";
        }
    }

    /** {@code [5,"id","code","description",{}]}: our CALL was answered with something that breaks the schema (2.1). */
    record CallResultError(MessageId id, String code, String description, String details) implements Frame {
        @Override
        public FrameType type() {
            return FrameType.CALLRESULTERROR;
        }

        @Override
        public String text() {
            return "[5," + id.json() + "," + error(code, description, details) + "]";
        }
    }

    /** {@code [6,"id","Action",{}]}: nobody answers it (2.1). */
    record Send(MessageId id, String action, String payload) implements Frame {
        @Override
        public FrameType type() {
            return FrameType.SEND;
        }

        @Override
        public String text() {
            return "[6," + id.json() + ",\"" + action + "\"," + payload + "]";
        }
    }

    private static String error(String code, String description, String details) {
        return quoted(code) + "," + quoted(shortened(description)) + "," + details;
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    /** Cut at 255, but never through a surrogate pair: half a character is no UTF-8. */
    private static String shortened(String text) {
        if (text.length() <= DESCRIPTION_LENGTH) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(DESCRIPTION_LENGTH - 1))
                ? DESCRIPTION_LENGTH - 1
                : DESCRIPTION_LENGTH;
        return text.substring(0, end);
    }
}
