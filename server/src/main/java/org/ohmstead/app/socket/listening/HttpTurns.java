package org.ohmstead.app.socket.listening;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * HTTP on one connection, request by request: the next one is handed on when the last one is answered, and what is sent ahead of
 * that stays in the network. Between two requests a connection may stand idle for a while only. It goes when the connection
 * becomes a WebSocket.
 */
public final class HttpTurns extends ChannelDuplexHandler {
    /** Until the body of a request is there: the largest, at some 200 kbit/s. */
    static final Duration LONGEST_UPLOAD = Duration.ofMinutes(6);

    /** Until a file is there: the largest, at some 500 kbit/s. */
    static final Duration LONGEST_FILE = Duration.ofHours(2);

    private static final String VERTX = "handler";
    private static final String IDLE = "idle";

    private final Deque<Object> ahead = new ArrayDeque<>(0);
    private Duration idleTimeout;
    private boolean answering;
    private volatile boolean proven;
    private @Nullable Future<?> alarm;
    private @Nullable ChannelHandlerContext context;

    /** @param idleTimeout until the first request is there, and between two of them */
    HttpTurns(Duration idleTimeout) {
        this.idleTimeout = idleTimeout;
    }

    /**
     * Into the pipeline of a new connection, when its first bytes have come.
     *
     * @param since the connection stands
     */
    static void install(ChannelPipeline pipeline, Duration since) {
        if (pipeline.get(VERTX) != null
                && pipeline.get(HttpTurns.class) == null
                && pipeline.get(IDLE) instanceof IdleStateHandler idle) {
            Duration first = Duration.ofMillis(Math.max(1, idle.getAllIdleTimeInMillis() - since.toMillis()));
            pipeline.addBefore(VERTX, "http-turns", new HttpTurns(first));
        }
    }

    public static Optional<HttpTurns> of(HttpConnection connection) {
        return connection instanceof ConnectionBase base
                ? Optional.ofNullable(base.channelHandlerContext().pipeline().get(HttpTurns.class))
                : Optional.empty();
    }

    /** What is known now that a request has come; on the event loop. */
    public void know(Duration idleTimeout) {
        this.idleTimeout = idleTimeout;
    }

    /** The body that begins to come is a file; on the event loop. */
    public void takeFile() {
        if (alarm != null && context != null) { // else all of it is there already
            await(context, LONGEST_FILE);
        }
    }

    /** Who asks has been let in, so the connection is never closed in favour of another one. On any thread. */
    public void proven() {
        proven = true;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        await(ctx, idleTimeout);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        calm();
        if (!ahead.isEmpty()) { // behind a handshake: no HTTP any more, and what follows is to be read
            ahead.forEach(ReferenceCountUtil::release);
            ahead.clear();
            ctx.channel().config().setAutoRead(true);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (!ahead.isEmpty() || answering && message instanceof HttpRequest) {
            ahead.add(message);
            ctx.channel().config().setAutoRead(false);
        } else {
            handOn(ctx, message);
        }
    }

    private void handOn(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest) {
            answering = true;
            Strangers.of(ctx.channel()).ifPresent(all -> all.goes(ctx.channel()));
            await(ctx, LONGEST_UPLOAD);
        }
        if (message instanceof LastHttpContent) {
            if (answering) {
                calm(); // as long as we need for the answer
            } else {
                await(ctx, idleTimeout);
            }
        }
        ctx.fireChannelRead(message);
    }

    /** An answer has ended when it has left: whoever asks and does not read makes us write no more than one. */
    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        ctx.write(message, isLast(message) ? promise.unvoid().addListener(left -> answered(ctx)) : promise);
    }

    private void answered(ChannelHandlerContext ctx) {
        if (!answering || ctx.isRemoved()) {
            return;
        }
        answering = false;
        await(ctx, idleTimeout);
        if (!proven) {
            Strangers.of(ctx.channel()).ifPresent(all -> all.stands(ctx.channel()));
        }
        ctx.executor().execute(() -> next(ctx)); // when Vert.x, too, knows that this one has ended
    }

    private static boolean isLast(Object message) {
        return message instanceof LastHttpContent
                && !(message instanceof HttpResponse response
                        && response.status().codeClass() == HttpStatusClass.INFORMATIONAL);
    }

    private void next(ChannelHandlerContext ctx) {
        if (ahead.isEmpty() || ctx.isRemoved()) {
            return;
        }
        while (!ahead.isEmpty() && !(answering && ahead.peek() instanceof HttpRequest)) {
            handOn(ctx, ahead.remove());
        }
        ctx.fireChannelReadComplete(); // or Vert.x would keep what it answers at once
        if (ahead.isEmpty() && !ctx.isRemoved()) {
            ctx.channel().config().setAutoRead(true);
        }
    }

    private void await(ChannelHandlerContext ctx, Duration patience) {
        calm();
        alarm = ctx.executor().schedule(() -> ctx.close(), patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void calm() {
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
        }
    }
}
