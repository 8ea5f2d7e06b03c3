package org.ohmstead.app.socket.frames;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import org.junit.jupiter.api.Test;

/** What of a station's frames is passed on to whoever answers them. */
class FrameGuardTest {
    private int trifles;
    private final FrameGuard guard =
            new FrameGuard(new MessageLimit(1000, "max-message-size"), () -> 0, new FrameGuard.Refusal() {
                @Override
                public void refused(int code, String reason) {}

                @Override
                public void arrived(long bytes) {}

                @Override
                public boolean large(long number, long bytes) {
                    return true;
                }

                @Override
                public void trifle() {
                    trifles++;
                }

                @Override
                public void tooLarge(long size, String beginning, String reason) {}
            });
    private final EmbeddedChannel channel = new EmbeddedChannel(guard);

    private int passed() {
        int count = 0;
        for (Object frame = channel.readInbound(); frame != null; frame = channel.readInbound()) {
            count++;
        }
        return count;
    }

    @Test
    void pings_of_a_station_that_reads_no_pongs_are_not_answered_and_its_messages_still_come() {
        channel.writeInbound(new PingWebSocketFrame(Unpooled.EMPTY_BUFFER));
        assertThat(passed()).isEqualTo(1);

        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
        PingWebSocketFrame unheard = new PingWebSocketFrame(Unpooled.buffer().writeInt(7));
        channel.writeInbound(unheard, new TextWebSocketFrame("[]"));
        assertThat(passed()).isEqualTo(1);
        assertThat(unheard.refCnt()).isZero();

        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, true);
        channel.writeInbound(new PingWebSocketFrame(Unpooled.EMPTY_BUFFER));
        assertThat(passed()).isEqualTo(1);
    }

    @Test
    void pings_pongs_and_tiny_fragments_are_counted_and_messages_and_fair_parts_of_them_are_not() {
        channel.writeInbound(
                new PingWebSocketFrame(Unpooled.EMPTY_BUFFER),
                new PongWebSocketFrame(Unpooled.EMPTY_BUFFER),
                new TextWebSocketFrame(false, 0, ""),
                new ContinuationWebSocketFrame(false, 0, "x"));
        assertThat(trifles).isEqualTo(4);
        channel.writeInbound(
                new ContinuationWebSocketFrame(false, 0, "x".repeat(300)),
                new ContinuationWebSocketFrame(true, 0, ""),
                new TextWebSocketFrame("[]"),
                new CloseWebSocketFrame());
        assertThat(trifles).isEqualTo(4);
    }
}
