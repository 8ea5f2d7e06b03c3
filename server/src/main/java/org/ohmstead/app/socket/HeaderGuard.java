package org.ohmstead.app.socket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header of each frame before anything of it is kept (RFC 6455 §5.2), and stops one that announces more than a message
 * may have: with the first bytes of it, which say what it is. What came before it in the same packet is passed on.
 */
final class HeaderGuard extends ChannelInboundHandlerAdapter {
    /** Whom it tells, on the event loop. */
    interface Listener {
        /** Something came, and be it a part of a frame. */
        void heard();

        /**
         * A message begins that is large, or may become it, or it becomes larger than was said; before the rest of it is read.
         *
         * @param number among the messages of the connection, from 1
         * @param bytes  that it may have, inflated
         * @return whether there is room for it; else what is compressed is passed on when {@link HeaderGuard#goOn} says so
         */
        boolean large(long number, long bytes);

        /**
         * Once; nothing is passed on from then on.
         *
         * @param beginning the first characters of the message, as far as they came and can be read; may be empty
         */
        void tooLarge(long size, String beginning);
    }

    /** Enough for the action: a message's id has 36 characters. */
    static final int TELLING = 160;

    private static final int LONGEST_HEADER = 14;
    private static final int RSV1 = 0x40;
    private static final int FIN = 0x80;
    private static final int CONTINUATION = 0;
    private static final int FIRST_CONTROL_OPCODE = 8;

    /** What a byte of deflate may become at most. */
    private static final int MOST_INFLATED = 1032;

    /** What a message of unknown length is thought to have, until it has more. */
    private static final long USUAL = 1 << 20;

    private final int limit;
    private final Listener listener;
    private final byte[] header = new byte[LONGEST_HEADER];
    private int have;
    private long payload;
    /** Of the frame that is too large; null: there is none. */
    private byte @Nullable [] first;

    private int known;
    private boolean told;

    /** Of the message that comes: its number, what it may have up to now, and whether that has been told. */
    private long number;

    private long size;
    private boolean compressed;
    private long asked;

    /** What waits for its room before it is inflated; null: nothing does. */
    private @Nullable ByteBuf held;

    private @Nullable ChannelHandlerContext context;

    HeaderGuard(int limit, Listener listener) {
        this.limit = limit;
        this.listener = listener;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    /** It was never read, as far as the other side can know. */
    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        ReferenceCountUtil.release(held);
        held = null;
    }

    /** There is room for what was held back. */
    void goOn() {
        ByteBuf rest = held;
        ChannelHandlerContext ctx = context;
        if (rest != null && ctx != null) {
            held = null;
            look(ctx, rest);
            ctx.fireChannelReadComplete();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        listener.heard();
        if (!(message instanceof ByteBuf in)) {
            ctx.fireChannelRead(message);
        } else if (held != null) {
            held = Unpooled.wrappedBuffer(held, in);
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
                boolean mayCome = begin(header[0] & 0x0f);
                have = 0;
                if (!mayCome && compressed) {
                    hold(ctx, in, at);
                    return;
                }
            }
        }
        ctx.fireChannelRead(in);
    }

    /** What follows is a kilobyte that may become a megabyte. */
    private void hold(ChannelHandlerContext ctx, ByteBuf in, int at) {
        ctx.fireChannelRead(in.readRetainedSlice(at - in.readerIndex()));
        held = in;
    }

    /** A frame that is not too large. @return whether there is room for it */
    private boolean begin(int opcode) {
        if (opcode >= FIRST_CONTROL_OPCODE) {
            return true;
        }
        if (opcode != CONTINUATION) {
            number++;
            size = 0;
            asked = LargeMessageRoom.SMALL;
            compressed = (header[0] & RSV1) != 0;
        }
        size = Math.min(limit, size + (compressed ? payload * MOST_INFLATED : payload));
        if (size <= asked) {
            return true;
        }
        asked = (header[0] & FIN) != 0 ? size : Math.min(limit, size <= USUAL ? USUAL : limit);
        return listener.large(number, asked);
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
            boolean unreadable = (header[0] & RSV1) != 0;
            listener.tooLarge(payload, unreadable ? "" : new String(kept, 0, known, StandardCharsets.UTF_8));
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
