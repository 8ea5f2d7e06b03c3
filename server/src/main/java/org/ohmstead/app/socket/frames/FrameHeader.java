package org.ohmstead.app.socket.frames;

/** The header of a WebSocket frame, byte by byte as it comes (RFC 6455 §5.2). */
final class FrameHeader {
    private static final int LONGEST = 14;
    private static final int RSV1 = 0x40;
    private static final int MASKED = 0x80;
    private static final int CONTINUATION = 0;
    private static final int FIRST_CONTROL_OPCODE = 8;
    private static final int MASK_LENGTH = 4;

    private final byte[] bytes = new byte[LONGEST];
    private int have;

    void add(byte next) {
        bytes[have++] = next;
    }

    /** The next one begins. */
    void clear() {
        have = 0;
    }

    int size() {
        return have;
    }

    /** Whether its last byte of the length has just come; the mask follows. */
    boolean isAtLength() {
        return have >= 2 && have == lengthEnd();
    }

    boolean isWhole() {
        return have >= 2 && have == lengthEnd() + (isMasked() ? MASK_LENGTH : 0);
    }

    /** Pings, pongs and closes; anything else is of a message. */
    boolean isControl() {
        return opcode() >= FIRST_CONTROL_OPCODE;
    }

    boolean isContinuation() {
        return opcode() == CONTINUATION;
    }

    /** Tells of the first frame of a message whether the message is compressed (RFC 7692 §6). */
    boolean isCompressed() {
        return (bytes[0] & RSV1) != 0;
    }

    /** Of the payload, in bytes; negative: more than 63 bits, which nobody may announce. */
    long length() {
        int length = bytes[1] & 0x7f;
        int more = length == 126 ? 2 : length == 127 ? 8 : 0;
        long all = more == 0 ? length : 0;
        for (int i = 0; i < more; i++) {
            all = all << 8 | bytes[2 + i] & 0xff;
        }
        return all;
    }

    /** A byte of the payload as it was before it was masked. @param at its place in the payload */
    byte unmasked(byte masked, int at) {
        return (byte) (isMasked() ? masked ^ bytes[have - MASK_LENGTH + at % MASK_LENGTH] : masked);
    }

    private boolean isMasked() {
        return (bytes[1] & MASKED) != 0;
    }

    private int opcode() {
        return bytes[0] & 0x0f;
    }

    private int lengthEnd() {
        return switch (bytes[1] & 0x7f) {
            case 126 -> 4;
            case 127 -> 10;
            default -> 2;
        };
    }
}
