package org.ohmstead.bench.socket;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Frames of RFC 6455 §5.2: reads what a server sends, and puts fragments together; writes what a client sends. */
final class Frames {
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    /** Always the same: it protects proxies from pages in browsers, and here is neither. Not 0, which costs a server less. */
    private static final int MASK = 0x5A17C3E9;

    private int opcode;
    private byte[] payload = new byte[0];
    private byte @Nullable [] fragments;

    /** Takes the next whole message out of a buffer; false when there is none, and the buffer is as before. */
    boolean next(ByteBuffer in) throws IOException {
        while (in.remaining() >= 2) {
            int start = in.position();
            int first = in.get();
            long length = length(in);
            if (length < 0 || in.remaining() < length) {
                in.position(start);
                return false;
            }
            byte[] part = new byte[(int) length];
            in.get(part);
            if (isWhole(first, part)) {
                return true;
            }
        }
        return false;
    }

    private boolean isWhole(int first, byte[] part) throws IOException {
        if ((first & 0x70) != 0) {
            throw new IOException("the server uses an extension that was not asked for");
        }
        boolean last = (first & 0x80) != 0;
        int code = first & 0xF;
        if (code >= CLOSE || (last && code != CONTINUATION)) {
            opcode = code;
            payload = part;
            return true;
        }
        byte[] before = fragments == null ? new byte[0] : fragments;
        byte[] all = new byte[before.length + part.length];
        System.arraycopy(before, 0, all, 0, before.length);
        System.arraycopy(part, 0, all, before.length, part.length);
        if (!last) {
            fragments = all;
            return false;
        }
        fragments = null;
        opcode = TEXT;
        payload = all;
        return true;
    }

    /** -1 where it has not come in yet. */
    private static long length(ByteBuffer in) {
        int second = in.get();
        int shortOne = second & 0x7F;
        if (shortOne < 126) {
            return shortOne;
        }
        int bytes = shortOne == 126 ? 2 : 8;
        if (in.remaining() < bytes) {
            return -1;
        }
        return bytes == 2 ? in.getShort() & 0xFFFF : in.getLong();
    }

    int opcode() {
        return opcode;
    }

    byte[] payload() {
        return payload;
    }

    /** 1005 where the server gave none. */
    int closeCode() {
        return payload.length < 2 ? 1005 : (payload[0] & 0xFF) << 8 | (payload[1] & 0xFF);
    }

    static void write(int opcode, byte[] payload, ByteBuffer out) {
        out.put((byte) (0x80 | opcode));
        if (payload.length < 126) {
            out.put((byte) (0x80 | payload.length));
        } else if (payload.length < 1 << 16) {
            out.put((byte) (0x80 | 126)).putShort((short) payload.length);
        } else {
            out.put((byte) (0x80 | 127)).putLong(payload.length);
        }
        out.putInt(MASK);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= (byte) (MASK >> (24 - 8 * (i & 3)));
        }
        out.put(payload);
    }
}
