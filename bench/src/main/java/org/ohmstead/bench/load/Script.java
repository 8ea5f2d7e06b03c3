package org.ohmstead.bench.load;

/** What one virtual station says, one message after the other, for ever. */
public interface Script {
    /** The next message: its action and payload, from the comma after the message id to the last bracket. */
    String next();

    /** The answer to what {@link #next} gave last, a whole CALLRESULT frame. */
    default void answered(String frame) {}

    /** The first message on every connection, in the same form. */
    String boot();

    /** The name of the version in the handshake. */
    String subprotocol();

    /** OCPP-J message type of what is sent: a CALL. */
    default char frameType() {
        return '2';
    }
}
