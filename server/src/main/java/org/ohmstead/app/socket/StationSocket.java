package org.ohmstead.app.socket;

import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.ohmstead.app.settings.SocketSettings;
import org.ohmstead.ocpp.rpc.Wire;

/**
 * A station's socket: what may go wrong with a wire ends here. Watches whether the station is alive, reads no faster than it
 * may, and does not let what it does not read pile up. It has no timer of its own: {@link #tick} is called about once a
 * second for all sockets (gotcha 20).
 */
final class StationSocket implements Wire, FrameGuard.Refusal {
    /** Whom the socket tells. On the event loop. */
    interface Owner {
        /** @param place to be given back as soon as the message is served; null: it is not a large one */
        void received(String text, LargeMessageRoom.@Nullable Place place);

        /** A message was too large to be read; the connection ends for it. See {@link FrameGuard.Refusal#tooLarge}. */
        void tooLarge(long size, String beginning);

        /** Once: no more messages follow. */
        void gone(int code, String reason);
    }

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final ServerWebSocket socket;
    private final ChannelHandlerContext channel;
    private final Context context;
    private final SocketSettings settings;
    private final LongSupplier nanos;
    private final Owner owner;
    private final FrameGuard guard;
    private final Arrivals arrivals;
    private final AtomicBoolean gone = new AtomicBoolean();
    private final Set<Pause> pauses = EnumSet.noneOf(Pause.class);

    private volatile long lastMessage;
    private volatile boolean paused;
    private volatile boolean closing;
    /** 0: none is out. */
    private volatile long pingedAt;
    /** 0: the station reads. */
    private volatile long unreadSince;

    private double allowance;
    private long allowanceAt;
    private boolean ended;

    /** @param context the event loop of this socket */
    StationSocket(
            Upgraded upgraded,
            Context context,
            SocketSettings settings,
            Arrivals arrivals,
            LongSupplier nanos,
            Owner owner) {
        this.socket = upgraded.socket();
        this.channel = upgraded.channel();
        this.context = context;
        this.settings = settings;
        this.nanos = nanos;
        this.owner = owner;
        this.arrivals = arrivals;
        this.guard = new FrameGuard(arrivals.limit(), nanos, this);
        this.lastMessage = nanos.getAsLong();
        this.allowance = settings.messagesPerSecond();
        this.allowanceAt = lastMessage;
    }

    /** On the event loop, as soon as the handshake is done. @param extensions the offer of the handshake */
    void open(@Nullable String extensions) {
        guard.install(channel, extensions);
        try {
            listen();
        } catch (IllegalStateException e) {
            gone(CloseCode.LOST, "the connection was lost during the handshake");
        }
    }

    private void listen() {
        socket.textMessageHandler(this::message);
        socket.exceptionHandler(failure -> {}); // the close handler follows
        socket.drainHandler(v -> drained());
        socket.closeHandler(v -> {
            Short code = socket.closeStatusCode();
            end(code == null ? CloseCode.LOST : code, CloseCode.words(code, socket.closeReason()));
        });
    }

    @Override
    public void send(String text) {
        if (closing) {
            return;
        }
        socket.writeTextMessage(text);
        if (isFull()) {
            onEventLoop(this::waitUntilRead);
        }
    }

    /** On the event loop, where it may have been read meanwhile; if not, {@link #drained} comes later for certain. */
    private void waitUntilRead() {
        if (unreadSince == 0 && isFull()) {
            unreadSince = nanos.getAsLong();
            pause(Pause.SLOW_READER);
        }
    }

    private boolean isFull() {
        try {
            return !closing && socket.writeQueueFull();
        } catch (IllegalStateException e) {
            return false; // closed a moment ago
        }
    }

    @Override
    public void close(int code, String reason) {
        onEventLoop(() -> {
            if (!closing) {
                closing = true;
                Upgraded.close(socket, code, reason);
                end(code, reason);
            }
        });
    }

    @Override
    public void refused(int code, String reason) {
        close(code, reason);
    }

    @Override
    public void tooLarge(long size, String beginning, String reason) {
        owner.tooLarge(size, beginning);
        close(CloseCode.TOO_BIG, reason);
    }

    @Override
    public void large(long number, long bytes) {
        if (!arrivals.begins(number, bytes, () -> onEventLoop(this::roomGranted))) {
            pause(Pause.ROOM);
        }
    }

    private void roomGranted() {
        if (arrivals.mayCome()) {
            resume(Pause.ROOM);
        }
    }

    @Override
    public void pause() {
        onEventLoop(() -> pause(Pause.LINK));
    }

    @Override
    public void resume() {
        onEventLoop(() -> resume(Pause.LINK));
    }

    void pause(Pause why) {
        if (!ended && pauses.add(why) && pauses.size() == 1) {
            paused = true;
            socket.pause();
            // Else up to 16 messages, however large, would be read before the socket itself stops.
            channel.channel().config().setAutoRead(false);
        }
    }

    void resume(Pause why) {
        if (pauses.remove(why) && pauses.isEmpty()) {
            paused = false;
            // What was sent meanwhile, a pong too, is read only now.
            pingedAt = 0;
            channel.channel().config().setAutoRead(true);
            socket.resume();
        }
    }

    void onEventLoop(Runnable task) {
        context.runOnContext(v -> task.run());
    }

    /** Ends what is dead, pings what is quiet. On any one thread. */
    void tick(long now) {
        if (closing || gone.get()) {
            return;
        }
        long unread = unreadSince;
        if (unread != 0 && now - unread > settings.slowReaderTimeout().toNanos()) {
            cut(CloseCode.POLICY, "the station did not read what it was sent for " + settings.slowReaderTimeout());
        } else if (arrivals.isTooSlow(now)) {
            cut(CloseCode.POLICY, "a large message took more than " + Arrivals.PATIENCE + " while others waited");
        } else if (isOver(settings.idleTimeout().toNanos(), now - lastMessage)) {
            close(CloseCode.GOING_AWAY, "no message for " + settings.idleTimeout());
        } else if (!paused) {
            ping(now);
        }
    }

    /** While a socket is paused a pong would not be seen, so nothing is concluded from its absence. */
    private void ping(long now) {
        long last = guard.lastHeard();
        if (pingedAt != 0 && last - pingedAt > 0) {
            pingedAt = 0;
        }
        if (pingedAt != 0) {
            if (now - pingedAt > settings.pongTimeout().toNanos()) {
                cut(CloseCode.LOST, "nothing came in for " + settings.pongTimeout() + " after a ping");
            }
        } else if (isOver(settings.pingInterval().toNanos(), now - last)) {
            pingedAt = now;
            socket.writePing(Buffer.buffer());
        }
    }

    private static boolean isOver(long limit, long quiet) {
        return limit > 0 && quiet >= limit;
    }

    private void message(String text) {
        lastMessage = nanos.getAsLong();
        if (settings.messagesPerSecond() > 0) {
            spend(lastMessage);
        }
        owner.received(text, arrivals.handsOn());
    }

    /** A second's worth of messages may come at once; whoever sends more is read at the pace that is allowed. */
    private void spend(long now) {
        int rate = settings.messagesPerSecond();
        allowance = Math.min(rate, allowance + (double) (now - allowanceAt) / SECOND * rate) - 1;
        allowanceAt = now;
        if (allowance < 0 && !pauses.contains(Pause.RATE)) {
            pause(Pause.RATE);
            long wait = Math.max(1, (long) Math.ceil(-allowance * 1000 / rate));
            context.owner().setTimer(wait, id -> onEventLoop(() -> resume(Pause.RATE)));
        }
    }

    private void drained() {
        unreadSince = 0;
        resume(Pause.SLOW_READER);
    }

    /** Ends a connection whose other end does not listen: a close frame would wait behind all that is unread. */
    private void cut(int code, String reason) {
        onEventLoop(() -> {
            if (!closing) {
                closing = true;
                end(code, reason);
                channel.close();
            }
        });
    }

    /**
     * On the event loop. Nothing more is read, but what was read already is passed on first, however much of it there is:
     * a station may close its socket right behind what it had to say.
     */
    private void end(int code, String reason) {
        closing = true;
        if (ended) {
            return;
        }
        ended = true;
        if (pauses.isEmpty()) {
            gone(code, reason);
        } else {
            socket.resume();
            onEventLoop(() -> gone(code, reason));
        }
    }

    private void gone(int code, String reason) {
        closing = true;
        if (gone.compareAndSet(false, true)) {
            owner.gone(code, reason);
            arrivals.end();
        }
    }
}
