package org.ohmstead.app.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import org.junit.jupiter.api.Test;

/** What of a station's frames is passed on to whoever answers them. */
class FrameGuardTest {
    private final FrameGuard guard =
            new FrameGuard(new MessageLimit(1000, "max-message-size"), () -> 0, new FrameGuard.Refusal() {
                @Override
                public void refused(int code, String reason) {}

                @Override
                public void large(long number, long bytes) {}

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
}
