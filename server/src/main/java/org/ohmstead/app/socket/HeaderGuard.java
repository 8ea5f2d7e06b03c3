package org.ohmstead.app.socket;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header of each frame before anything of it is kept (RFC 6455 §5.2), and stops one that announces more than a message
 * may have: with the first bytes of it, which say what it is. What came before it in the same packet is passed on.
 */
final class HeaderGuard extends ChannelInboundHandlerAdapter {
    /** Told once, on the event loop; nothing is passed on from then on. */
    @FunctionalInterface
    interface Refusal {
        /** @param beginning the first characters of the message, as far as they came and can be read; may be empty */
        void tooLarge(long size, String beginning);
    }

    /** Enough for the action: a message's id has 36 characters. */
    static final int TELLING = 160;

    private static final int LONGEST_HEADER = 14;
    private static final int RSV1 = 0x40;
    private static final int FIRST_CONTROL_OPCODE = 8;

    private final int limit;
    private final Refusal refusal;
    private final byte[] header = new byte[LONGEST_HEADER];
    private int have;
    private long payload;
    /** Of the frame that is too large; null: there is none. */
    private byte @Nullable [] first;

    private int known;
    private boolean told;

    HeaderGuard(int limit, Refusal refusal) {
        this.limit = limit;
        this.refusal = refusal;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (!(message instanceof ByteBuf in)) {
            ctx.fireChannelRead(message);
        } else if (first != null) {
            gather(in, in.readerIndex());
            in.release();
        } else {
            look(ctx, in);
        }
    }

    private void look(ChannelHandlerContext ctx, ByteBuf in) {
        int at = in.readerIndex();
        while (at < in.writerIndex()) {
            if (payload > 0) {
                int skipped = (int) Math.min(payload, in.writerIndex() - at);
                payload -= skipped;
                at += skipped;
                continue;
            }
            header[have++] = in.getByte(at++);
            if (have >= 2 && have == lengthEnd() && isTooLarge()) {
                stop(ctx, in, at); // before the mask has come: the decoder knows the length now, too
                return;
            }
            if (have >= 2 && have == headerLength()) {
                payload = payloadLength();
                have = 0;
            }
        }
        ctx.fireChannelRead(in);
    }

    private void stop(ChannelHandlerContext ctx, ByteBuf in, int at) {
        first = new byte[TELLING];
        payload = payloadLength();
        int before = at - have - in.readerIndex();
        if (before > 0) {
            ctx.fireChannelRead(in.readRetainedSlice(before));
        }
        gather(in, at);
        in.release();
        if (!told) { // the header alone has come: what it is about may follow at once, or never
            ctx.executor().schedule(this::tell, 1, TimeUnit.SECONDS);
        }
    }

    private void gather(ByteBuf in, int from) {
        byte[] kept = first;
        if (kept == null || told) {
            return;
        }
        int at = from;
        while (have < headerLength() && at < in.writerIndex()) {
            header[have++] = in.getByte(at++);
        }
        boolean masked = (header[1] & 0x80) != 0;
        for (; at < in.writerIndex() && known < kept.length; at++, known++) {
            int mask = masked ? header[have - 4 + known % 4] : 0;
            kept[known] = (byte) (in.getByte(at) ^ mask);
        }
        if (known == kept.length) {
            tell();
        }
    }

    private void tell() {
        byte[] kept = first;
        if (!told && kept != null) {
            told = true;
            boolean compressed = (header[0] & RSV1) != 0;
            refusal.tooLarge(payload, compressed ? "" : new String(kept, 0, known, StandardCharsets.UTF_8));
        }
    }

    private boolean isTooLarge() {
        long length = payloadLength();
        return (header[0] & 0x0f) < FIRST_CONTROL_OPCODE && (length > limit || length < 0);
    }

    private int headerLength() {
        return lengthEnd() + ((header[1] & 0x80) == 0 ? 0 : 4);
    }

    private int lengthEnd() {
        return switch (header[1] & 0x7f) {
            case 126 -> 4;
            case 127 -> 10;
            default -> 2;
        };
    }

    private long payloadLength() {
        int length = header[1] & 0x7f;
        int bytes = length == 126 ? 2 : length == 127 ? 8 : 0;
        long payloadLength = bytes == 0 ? length : 0;
        for (int i = 0; i < bytes; i++) {
            payloadLength = payloadLength << 8 | header[2 + i] & 0xff;
        }
        return payloadLength;
    }
}
