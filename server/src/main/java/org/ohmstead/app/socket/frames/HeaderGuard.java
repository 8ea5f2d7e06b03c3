package org.ohmstead.app.socket.frames;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header of each frame before anything of it is kept (RFC 6455 §5.2), and stops one that announces more than a message
 * may have: with the first bytes of it, which say what it is. What came before it in the same packet is passed on. A compressed
 * frame that may become large is kept back until it is whole.
 */
final class HeaderGuard extends ChannelInboundHandlerAdapter {
    /** Whom it tells, on the event loop. */
    interface Listener {
        /** Something came, and be it a part of a frame. */
        void heard();

        /** So many bytes of the message that comes have come: no headers, no control frames. */
        void arrived(long bytes);

        /**
         * A message begins that is large, or it becomes larger than was said, or it is smaller than was thought.
         *
         * @param number among the messages of the connection, from 1
         * @param bytes  that it has with what is announced of it, or may have when that is inflated; from the second time on it
         *               may be less
         * @return whether there is room for it; else what is compressed is not inflated before {@link HeaderGuard#goOn}
         */
        boolean large(long number, long bytes);

        /**
         * Once; nothing is passed on from then on.
         *
         * @param beginning the first characters of the message, as far as they came and can be read; may be empty
         */
        void tooLarge(long size, String beginning);
    }

    /** What a byte of deflate may become at most. */
    private static final int MOST_INFLATED = 1032;

    private final int limit;
    private final Listener listener;
    private final FrameHeader header = new FrameHeader();
    private long payload;
    /** Of the frame that is too large; null: there is none. */
    private @Nullable Beginning first;

    /** Of the message that comes: its number, and what it has or may have up to now. */
    private long number;

    private long size;
    private boolean compressed;
    /** Whether the frame that comes is none of a message. */
    private boolean control;

    /** What room was asked for, and whether it was there; a small one needs none. */
    private long asked;

    private boolean granted;

    /** A compressed frame comes, and its header was passed on: it is inflated in one go, once it is whole and has its room. */
    private boolean packed;

    /** Bytes of it that were told to have arrived. */
    private long counted;

    /** Whether it is being inflated. */
    private boolean unpacking;

    /** The beginning of that frame, until then; null: nothing of it has come. */
    private @Nullable ByteBuf held;

    private boolean ended;
    /** Whether nothing is passed on any more. */
    private boolean dropping;

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

    /** There is room for what was asked. */
    void goOn() {
        granted = true;
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
        if (!(message instanceof ByteBuf in)) {
            ctx.fireChannelRead(message);
            return;
        }
        listener.heard();
        if (dropping) {
            in.release();
        } else if (first != null) {
            tell(first.gather(header, in, in.readerIndex()));
            in.release();
        } else if (held != null) {
            ByteBuf all = ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(ctx.alloc(), held, in);
            held = null;
            look(ctx, all);
        } else {
            look(ctx, in);
        }
    }

    private void look(ChannelHandlerContext ctx, ByteBuf in) {
        int at = in.readerIndex();
        while (at < in.writerIndex() || packed) {
            if (packed) { // what came before it is passed on
                if (!mayUnpack(in.readableBytes())) {
                    hold(in);
                    return;
                }
                unpack(ctx, in);
                at = in.readerIndex();
                continue;
            }
            if (payload > 0) {
                int skipped = (int) Math.min(payload, in.writerIndex() - at);
                if (!control) {
                    listener.arrived(skipped);
                }
                payload -= skipped;
                at += skipped;
                continue;
            }
            header.add(in.getByte(at++));
            if (header.isAtLength() && isTooLarge()) {
                stop(ctx, in, at); // before the mask has come: the decoder knows the length now, too
                return;
            }
            if (header.isWhole()) {
                payload = header.length();
                packed = begin();
                header.clear();
                if (packed) {
                    ctx.fireChannelRead(in.readRetainedSlice(at - in.readerIndex()));
                }
            }
        }
        ctx.fireChannelRead(in);
    }

    private void hold(ByteBuf in) {
        if (ended) { // no room will come
            dropping = true;
            in.release();
        } else {
            held = in;
        }
    }

    /** The connection ends: what waits for room waits in vain. */
    void end() {
        ended = true;
        if (held != null) {
            dropping = true;
            held.release();
            held = null;
        }
    }

    /** A frame that is not too large. @return whether it has to wait until it is whole */
    private boolean begin() {
        control = header.isControl();
        if (control) {
            return false;
        }
        if (!header.isContinuation()) {
            number++;
            size = 0;
            asked = LargeMessageRoom.SMALL;
            granted = true;
            compressed = header.isCompressed();
        }
        long most = unpacked();
        if (compressed && most > LargeMessageRoom.SMALL) {
            return true;
        }
        size = most;
        ask(size);
        return false;
    }

    /** What the message may have with the frame that comes, bytes. */
    private long unpacked() {
        return Math.min(limit, size + (compressed ? payload * MOST_INFLATED : payload));
    }

    /**
     * Whether the compressed frame is whole and may be inflated. While it comes it takes no more room than its bytes do: a
     * kilobyte that may become a megabyte, and never comes, must not keep that from others.
     */
    private boolean mayUnpack(int have) {
        long come = Math.min(have, payload);
        listener.arrived(come - counted);
        counted = come;
        return ask(size + payload) && have >= payload && ask(unpacked());
    }

    private boolean ask(long bytes) {
        if (bytes > asked) {
            asked = inSteps(bytes);
            granted = listener.large(number, asked);
        }
        return granted;
    }

    /** So that a message in many small frames does not ask for each of them. */
    private long inSteps(long bytes) {
        long step = LargeMessageRoom.SMALL;
        return Math.max(bytes, Math.min(limit, (bytes + step - 1) / step * step));
    }

    private void unpack(ChannelHandlerContext ctx, ByteBuf in) {
        size = unpacked();
        packed = false;
        counted = 0;
        int bytes = (int) payload;
        payload = 0;
        if (bytes > 0) {
            unpacking = true;
            ctx.fireChannelRead(in.readRetainedSlice(bytes));
            unpacking = false;
        }
    }

    /**
     * A frame of a message has been inflated, and others of it follow.
     *
     * @param bytes of the message up to now
     */
    void inflated(long bytes) {
        if (unpacking) {
            size = Math.min(size, bytes);
            long needed = inSteps(size);
            if (needed < asked) {
                asked = needed;
                listener.large(number, needed);
            }
        }
    }

    private void stop(ChannelHandlerContext ctx, ByteBuf in, int at) {
        payload = header.length();
        int before = at - header.size() - in.readerIndex();
        if (before > 0) {
            ctx.fireChannelRead(in.readRetainedSlice(before));
        }
        Beginning beginning = new Beginning();
        first = beginning;
        tell(beginning.gather(header, in, at));
        in.release();
        // The header alone may have come: what it is about may follow at once, or never.
        ctx.executor().schedule(() -> tell(beginning.take(header)), 1, TimeUnit.SECONDS);
    }

    private void tell(@Nullable String beginning) {
        if (beginning != null) {
            listener.tooLarge(payload, beginning);
        }
    }

    private boolean isTooLarge() {
        long length = header.length();
        return !header.isControl() && (length > limit || length < 0);
    }
}
