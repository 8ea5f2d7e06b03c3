package org.ohmstead.app.socket.listening;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.compression.ZlibCodecFactory;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionData;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionDecoder;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionEncoder;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionFilter;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionFilterProvider;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionUtil;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketServerExtension;
import io.netty.handler.codec.http.websocketx.extensions.compression.PerMessageDeflateServerExtensionHandshaker;
import io.vertx.core.http.HttpServerOptions;
import org.jspecify.annotations.Nullable;

/**
 * permessage-deflate (RFC 7692; OCPP-J 2.x §3.4) with bounds. Vert.x negotiates it, but inflates without limit, so a few
 * kilobytes could become gigabytes; what it put into the pipeline is replaced by the same with a limit. Short messages leave
 * uncompressed, which any receiver must understand, so that most connections never need a deflater's 256 KiB.
 */
public final class Deflate {
    private static final int LEVEL = 6;
    private static final int WORTH_IT = 1024;

    private Deflate() {}

    static void negotiate(HttpServerOptions options, boolean on) {
        options.setPerMessageWebSocketCompressionSupported(on)
                .setPerFrameWebSocketCompressionSupported(false)
                .setWebSocketCompressionLevel(LEVEL)
                .setWebSocketAllowServerNoContext(true)
                .setWebSocketPreferredClientNoContext(true);
    }

    /**
     * @param offer   {@code Sec-WebSocket-Extensions} of the handshake
     * @param largest how many bytes a frame may become
     */
    public static void bound(ChannelPipeline pipeline, @Nullable String offer, int largest) {
        WebSocketExtensionDecoder unlimited = pipeline.get(WebSocketExtensionDecoder.class);
        WebSocketExtensionEncoder eager = pipeline.get(WebSocketExtensionEncoder.class);
        if (offer == null || unlimited == null || eager == null) {
            return;
        }
        WebSocketServerExtension extension = accept(offer, largest);
        replace(pipeline, unlimited, extension.newExtensionDecoder());
        replace(pipeline, eager, extension.newExtensionEncoder());
    }

    /** The same offer, read by the same rules, gives the parameters that were agreed. */
    private static WebSocketServerExtension accept(String offer, int largest) {
        PerMessageDeflateServerExtensionHandshaker handshaker = new PerMessageDeflateServerExtensionHandshaker(
                LEVEL, ZlibCodecFactory.isSupportingWindowSizeAndMemLevel(), 15, true, true, new OnlyLong(), largest);
        for (WebSocketExtensionData data : WebSocketExtensionUtil.extractExtensions(offer)) {
            WebSocketServerExtension extension = handshaker.handshakeExtension(data);
            if (extension != null) {
                return extension;
            }
        }
        throw new IllegalStateException("a compression was agreed that nobody offered: " + offer);
    }

    private static void replace(ChannelPipeline pipeline, ChannelHandler old, ChannelHandler with) {
        pipeline.replace(old, with.getClass().getSimpleName(), with);
    }

    private static final class OnlyLong implements WebSocketExtensionFilterProvider {
        @Override
        public WebSocketExtensionFilter encoderFilter() {
            return frame -> !(frame instanceof ContinuationWebSocketFrame)
                    && frame.content().readableBytes() < WORTH_IT;
        }

        @Override
        public WebSocketExtensionFilter decoderFilter() {
            return WebSocketExtensionFilter.NEVER_SKIP;
        }
    }
}
