package org.ohmstead.app.socket.frames;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The header of each frame, however the network cuts it (RFC 6455 §5.2). */
class HeaderGuardTest {
    private static final int LIMIT = 70_000;

    private final List<String> told = new ArrayList<>();
    private final List<String> large = new ArrayList<>();
    private boolean isRoom = true;
    private long arrived;
    private final EmbeddedChannel channel =
            new EmbeddedChannel(new HeaderGuard(LIMIT, telling((size, beginning) -> told.add(size + " " + beginning))));

    private HeaderGuard.Listener telling(BiConsumer<Long, String> tooLarge) {
        return new HeaderGuard.Listener() {
            @Override
            public void heard() {}

            @Override
            public void arrived(long bytes) {
                arrived += bytes;
            }

            @Override
            public boolean large(long number, long bytes) {
                large.add(number + " " + bytes);
                return isRoom;
            }

            @Override
            public void tooLarge(long size, String beginning) {
                tooLarge.accept(size, beginning);
            }
        };
    }

    private static byte[] frame(int first, int length) {
        byte[] mask = {7, 6, 5, 4};
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(first);
        if (length < 126) {
            out.write(0x80 | length);
        } else if (length < 65_536) {
            out.write(0x80 | 126);
            out.writeBytes(ByteBuffer.allocate(2).putShort((short) length).array());
        } else {
            out.write(0x80 | 127);
            out.writeBytes(ByteBuffer.allocate(8).putLong(length).array());
        }
        out.writeBytes(mask);
        byte[] text = ("[2,\"1\",\"StopTransaction\",{" + " ".repeat(length)).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < length; i++) {
            out.write(text[i] ^ mask[i % 4]);
        }
        return out.toByteArray();
    }

    private byte[] passed() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (ByteBuf in = channel.readInbound(); in != null; in = channel.readInbound()) {
            byte[] bytes = new byte[in.readableBytes()];
            in.readBytes(bytes);
            in.release();
            all.writeBytes(bytes);
        }
        return all.toByteArray();
    }

    private void write(byte[] bytes, int piece) {
        for (int from = 0; from < bytes.length; from += piece) {
            channel.writeInbound(
                    Unpooled.wrappedBuffer(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + piece))));
        }
    }

    private static byte[] both(byte[] one, byte[] other) {
        byte[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 1000, 1_000_000})
    void frames_of_every_length_up_to_the_limit_pass_as_they_came(int piece) {
        byte[] all = both(
                both(both(frame(0x81, 0), frame(0x81, 125)), both(frame(0x89, 4), frame(0x81, 126))),
                both(frame(0x01, 65_535), frame(0x80, LIMIT)));
        write(all, piece);
        assertThat(passed()).isEqualTo(all);
        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 10, 13, 1000, 1_000_000})
    void a_frame_that_is_too_large_is_stopped_where_it_begins_and_says_what_it_is(int piece) {
        byte[] before = frame(0x81, 30);
        write(both(before, frame(0x81, LIMIT + 1)), piece);
        byte[] passed = passed();
        assertThat(Arrays.copyOf(passed, before.length)).isEqualTo(before);
        assertThat(passed.length - before.length)
                .as("less than tells the length")
                .isLessThan(10);
        assertThat(told).hasSize(1).allMatch(text -> text.startsWith("70001 [2,\"1\",\"StopTransaction\""));
        assertThat(MessageLimit.actionIn(told.getFirst().substring("70001 ".length())))
                .isEqualTo("StopTransaction");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1_000_000})
    void a_large_message_is_told_when_it_begins_and_a_frame_that_is_packed_by_what_it_may_become(int piece) {
        int limit = 4 << 20;
        EmbeddedChannel roomy = new EmbeddedChannel(new HeaderGuard(limit, telling((size, beginning) -> {})));
        byte[] head = Arrays.copyOf(frame(0x81, LargeMessageRoom.SMALL + 1), 14);
        for (byte[] next : List.of(frame(0x81, 50), frame(0x89, 100), head)) {
            for (int from = 0; from < next.length; from += piece) {
                roomy.writeInbound(
                        Unpooled.copiedBuffer(Arrays.copyOfRange(next, from, Math.min(next.length, from + piece))));
            }
        }
        assertThat(large).containsExactly("2 " + 2 * LargeMessageRoom.SMALL);

        large.clear();
        EmbeddedChannel packed = new EmbeddedChannel(new HeaderGuard(limit, telling((size, beginning) -> {})));
        packed.writeInbound(Unpooled.wrappedBuffer(both(frame(0xc1, 15), frame(0xc1, 2000))));
        assertThat(large).containsExactly("2 " + steps(2000 * 1032));

        large.clear();
        EmbeddedChannel pieces = new EmbeddedChannel(new HeaderGuard(limit, telling((size, beginning) -> {})));
        byte[] piecewise = both(frame(0x01, 10_000), frame(0x00, LargeMessageRoom.SMALL));
        byte[] more = both(frame(0x00, 100), frame(0x00, 1 << 20));
        pieces.writeInbound(Unpooled.wrappedBuffer(both(piecewise, more)));
        assertThat(large)
                .as("more, when it has become more, but not for every frame")
                .containsExactly("1 " + steps(26_384), "1 " + steps(26_484 + (1 << 20)));
    }

    private static long steps(long bytes) {
        return (bytes + LargeMessageRoom.SMALL - 1) / LargeMessageRoom.SMALL * LargeMessageRoom.SMALL;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 500, 4096, 1_000_000})
    void a_packed_frame_that_does_not_come_takes_no_more_room_than_its_bytes(int piece) {
        EmbeddedChannel slow = new EmbeddedChannel(new HeaderGuard(4 << 20, telling((size, beginning) -> {})));
        byte[] packed = frame(0xc1, 20_000);
        int header = packed.length - 20_000;
        for (int from = 0; from < packed.length - 1; from += piece) {
            slow.writeInbound(
                    Unpooled.copiedBuffer(Arrays.copyOfRange(packed, from, Math.min(packed.length - 1, from + piece))));
        }
        assertThat(large).containsExactly("1 " + steps(20_000));
        assertThat(length(slow)).isEqualTo(header);
        slow.writeInbound(Unpooled.copiedBuffer(packed, packed.length - 1, 1));
        assertThat(large).containsExactly("1 " + steps(20_000), "1 " + (4 << 20));
        assertThat(length(slow)).isEqualTo(20_000);
    }

    @Test
    void what_counts_as_coming_is_the_message_and_neither_headers_nor_pings() {
        EmbeddedChannel roomy = new EmbeddedChannel(new HeaderGuard(4 << 20, telling((size, beginning) -> {})));
        roomy.writeInbound(Unpooled.wrappedBuffer(both(frame(0x01, 1000), frame(0x89, 100))));
        roomy.writeInbound(Unpooled.wrappedBuffer(both(frame(0x00, 0), frame(0x80, 50))));
        assertThat(arrived).isEqualTo(1050);
        byte[] packed = frame(0xc1, 20_000);
        roomy.writeInbound(Unpooled.wrappedBuffer(Arrays.copyOf(packed, packed.length - 1)));
        roomy.writeInbound(Unpooled.wrappedBuffer(
                both(Arrays.copyOfRange(packed, packed.length - 1, packed.length), frame(0x81, 10))));
        assertThat(arrived).isEqualTo(1050 + 20_000 + 10);
        roomy.finishAndReleaseAll();
    }

    @Test
    void when_the_connection_ends_what_waits_is_dropped_and_nothing_more_is_kept() {
        isRoom = false;
        HeaderGuard guard = new HeaderGuard(LIMIT, telling((size, beginning) -> {}));
        EmbeddedChannel ending = new EmbeddedChannel(guard);
        ByteBuf waits = Unpooled.wrappedBuffer(frame(0xc1, 1000));
        ending.writeInbound(waits);
        assertThat(length(ending)).isPositive();
        guard.end();
        assertThat(waits.refCnt()).isZero();
        ByteBuf more = Unpooled.wrappedBuffer(frame(0xc1, 1000));
        ending.writeInbound(more);
        assertThat(more.refCnt()).isZero();
        assertThat(length(ending)).isZero();

        HeaderGuard early = new HeaderGuard(LIMIT, telling((size, beginning) -> {}));
        EmbeddedChannel later = new EmbeddedChannel(early);
        early.end();
        ByteBuf packed = Unpooled.wrappedBuffer(both(frame(0xc1, 1000), frame(0x81, 10)));
        later.writeInbound(packed);
        length(later); // the header is passed on
        assertThat(packed.refCnt()).isZero();
    }

    @Test
    void the_frames_of_a_packed_message_take_what_they_have_become() {
        AtomicInteger frames = new AtomicInteger();
        HeaderGuard guard = new HeaderGuard(4 << 20, telling((size, beginning) -> {}));
        EmbeddedChannel pieces = new EmbeddedChannel(guard, new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext ctx, Object message) {
                // What was not kept back is of nobody knows which message.
                guard.inflated(((ByteBuf) message).readableBytes() == 1000 ? 3000L * frames.incrementAndGet() : 1);
                ctx.fireChannelRead(message);
            }
        });
        byte[] packed = both(frame(0x41, 1000), frame(0x00, 1000));
        pieces.writeInbound(Unpooled.wrappedBuffer(both(packed, frame(0x80, 1000))));
        assertThat(large)
                .containsExactly(
                        "1 " + steps(1_032_000),
                        "1 " + LargeMessageRoom.SMALL,
                        "1 " + steps(3000 + 1_032_000),
                        "1 " + LargeMessageRoom.SMALL,
                        "1 " + steps(6000 + 1_032_000),
                        "1 " + LargeMessageRoom.SMALL);
        pieces.finishAndReleaseAll();
    }

    @Test
    void what_is_packed_is_not_unpacked_before_there_is_room_and_other_frames_are_passed_on() {
        isRoom = false;
        HeaderGuard guard = new HeaderGuard(LIMIT, telling((size, beginning) -> {}));
        EmbeddedChannel closed = new EmbeddedChannel(guard);
        byte[] small = frame(0x81, 100);
        byte[] plain = frame(0x81, LargeMessageRoom.SMALL + 1);
        byte[] packed = frame(0xc1, 100);
        closed.writeInbound(Unpooled.wrappedBuffer(both(both(small, plain), packed)));
        closed.writeInbound(Unpooled.wrappedBuffer(both(packed, small)));
        int headers = small.length + plain.length + packed.length - 100;
        assertThat(length(closed)).isEqualTo(headers);

        guard.goOn(); // there is room for the first, not for the second
        assertThat(length(closed)).isEqualTo(packed.length);
        isRoom = true;
        guard.goOn();
        assertThat(length(closed)).isEqualTo(100 + small.length);

        isRoom = false;
        ByteBuf last = Unpooled.wrappedBuffer(packed);
        closed.writeInbound(last);
        closed.close();
        assertThat(length(closed)).isEqualTo(packed.length - 100);
        assertThat(last.refCnt()).isZero();
    }

    private static int length(EmbeddedChannel channel) {
        int length = 0;
        for (ByteBuf in = channel.readInbound(); in != null; in = channel.readInbound()) {
            length += in.readableBytes();
            in.release();
        }
        return length;
    }

    @Test
    void a_length_of_more_than_63_bits_is_too_large_and_a_control_frame_is_nobodys_business_here() {
        write(new byte[] {(byte) 0x89, (byte) 0xfe, (byte) 0xff, (byte) 0xff}, 4);
        assertThat(told).isEmpty();
        EmbeddedChannel other =
                new EmbeddedChannel(new HeaderGuard(LIMIT, telling((size, beginning) -> told.add("too large"))));
        other.writeInbound(Unpooled.wrappedBuffer(
                new byte[] {(byte) 0x81, (byte) 0xff, (byte) 0x80, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4}));
        ByteBuf nothing = other.readInbound();
        assertThat(nothing).isNull();
    }
}
