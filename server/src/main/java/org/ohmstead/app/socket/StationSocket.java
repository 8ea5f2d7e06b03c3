package org.ohmstead.app.socket;

import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.ohmstead.app.settings.SocketSettings;
import org.ohmstead.app.socket.frames.Arrivals;
import org.ohmstead.app.socket.frames.CloseCode;
import org.ohmstead.app.socket.frames.FrameGuard;
import org.ohmstead.app.socket.frames.LargeMessageRoom;
import org.ohmstead.ocpp.rpc.Wire;

/**
 * A station's socket: what may go wrong with a wire ends here. Watches whether the station is alive, reads no faster than it
 * may, and does not let what it does not read pile up. It has no timer of its own: {@link #tick} is called about once a
 * second for all sockets (field note 20).
 */
final class StationSocket implements Wire, FrameGuard.Refusal {
    /** Whom the socket tells. On the event loop. */
    interface Owner {
        /** @param place to be given back as soon as the message is served; null: it is not a large one */
        void received(String text, LargeMessageRoom.@Nullable Allocation place);

        /** A message was too large to be read; the connection ends for it. See {@link FrameGuard.Refusal#tooLarge}. */
        void tooLarge(long size, String beginning);

        /** Once: no more messages follow. */
        void gone(int code, String reason);
    }

    private static final String LOST_EARLY = "the connection was lost during the handshake";

    private final ServerWebSocket socket;
    private final ChannelHandlerContext channel;
    private final Context context;
    private final SocketSettings settings;
    private final LongSupplier nanos;
    private final Owner owner;
    private final FrameGuard guard;
    private final Arrivals arrivals;
    private final Pace pace;

    private final AtomicBoolean gone = new AtomicBoolean();
    private final Pauses pauses;
    private final LinkPause linkPause;
    private final Pulse pulse;
    private final Unread unread;

    private volatile boolean closing;
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
        this.unread = new Unread(socket, nanos);
        this.pauses = new Pauses(socket, channel.channel());
        this.linkPause = new LinkPause(this, channel);
        this.pulse = new Pulse(settings, guard::lastHeard, nanos.getAsLong());
        this.pace = new Pace(settings.messagesPerSecond(), nanos, this, context);
    }

    /** On the event loop, as soon as the handshake is done. @param extensions the offer of the handshake */
    void open(@Nullable String extensions) {
        if (channel.isRemoved() || !channel.channel().isActive()) {
            gone(CloseCode.LOST, LOST_EARLY); // and nothing of it is left in which anything could be installed
            return;
        }
        guard.install(channel, extensions);
        try {
            listen();
        } catch (IllegalStateException e) {
            gone(CloseCode.LOST, LOST_EARLY);
        }
    }

    private void listen() {
        socket.textMessageHandler(this::message);
        socket.exceptionHandler(failure -> {}); // the close handler follows
        socket.drainHandler(v -> drained());
        socket.closeHandler(v -> closed());
        // A socket that ended within the handshake tells nobody. Behind what Vert.x has to say about the end of any
        // other.
        whenClosed(() -> onEventLoop(() -> onEventLoop(this::closed)));
    }

    private void closed() {
        Short code = socket.closeStatusCode();
        end(code == null ? CloseCode.LOST : code, CloseCode.words(code, socket.closeReason()));
    }

    @Override
    public void send(String text) {
        if (closing) {
            return;
        }
        socket.writeTextMessage(text);
        if (unread.isMuch()) {
            onEventLoop(() -> {
                if (!closing && unread.begins()) {
                    pause(Pause.SLOW_READER);
                }
            });
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
    public void arrived(long bytes) {
        arrivals.arrived(bytes);
    }

    @Override
    public boolean large(long number, long bytes) {
        boolean mayCome = arrivals.begins(number, bytes, () -> onEventLoop(this::roomGranted));
        if (!mayCome) {
            pause(Pause.ROOM);
        }
        return mayCome;
    }

    private void roomGranted() {
        if (arrivals.mayCome()) {
            guard.goOn();
        }
        if (arrivals.mayCome()) { // still: another large message may have been behind that one
            resume(Pause.ROOM);
        }
    }

    @Override
    public void trifle() {
        pace.spend();
    }

    @Override
    public void pause() {
        linkPause.isFull(true);
    }

    @Override
    public void resume() {
        linkPause.isFull(false);
    }

    void pause(Pause why) {
        if (!ended) {
            pauses.add(why);
            keepTime();
        }
    }

    void resume(Pause why) {
        pauses.remove(why, pulse::goesOn);
        keepTime();
    }

    private void keepTime() {
        if (pauses.areOurs()) {
            arrivals.paused();
        } else {
            arrivals.goesOn();
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
        if (unread.isTooOld(now, settings.slowReaderTimeout())) {
            cut(CloseCode.POLICY, "the station did not read what it was sent for " + settings.slowReaderTimeout());
        } else if (arrivals.isTooSlow(now)) {
            cut(CloseCode.POLICY, "a large message took too long to come while others waited");
        } else if (pulse.isIdle(now)) {
            close(CloseCode.GOING_AWAY, "no message for " + settings.idleTimeout());
        } else if (!pauses.isPaused()) { // else a pong would not be seen, and nothing is concluded from its absence
            ping(now);
        }
    }

    /** Looks whether anybody is there, without waiting until it is quiet for long. On any thread. */
    void probe() {
        onEventLoop(() -> {
            if (!closing && !ended && !pauses.isPaused() && pulse.probes(nanos.getAsLong())) {
                socket.writePing(Buffer.buffer());
            }
        });
    }

    private void ping(long now) {
        if (pulse.isGone(now)) {
            cut(CloseCode.LOST, "nothing came in for " + settings.pongTimeout() + " after a ping");
        } else if (pulse.pings(now)) {
            socket.writePing(Buffer.buffer());
        }
    }

    private void message(String text) {
        long now = nanos.getAsLong();
        pulse.message(now);
        pace.spend();
        owner.received(text, arrivals.handsOn(text.length()));
    }

    boolean isPaused(Pause why) {
        return pauses.contains(why);
    }

    private void drained() {
        unread.isRead();
        resume(Pause.SLOW_READER);
    }

    /** Ends a connection whose other end does not listen: it is told why, if it reads that, and not waited for. */
    void cut(int code, String reason) {
        onEventLoop(() -> {
            if (!closing) {
                closing = true;
                end(code, reason);
            }
            channel.close();
        });
    }

    /** Runs something when the connection is closed on the wire, too. */
    void whenClosed(Runnable what) {
        channel.channel().closeFuture().addListener(closed -> what.run());
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
        guard.end();
        pace.end();
        // Whether it is paused or was until a moment ago: what was kept back meanwhile comes in a task of its own.
        socket.resume();
        onEventLoop(() -> onEventLoop(() -> gone(code, reason)));
    }

    private void gone(int code, String reason) {
        closing = true;
        if (gone.compareAndSet(false, true)) {
            try {
                owner.gone(code, reason);
            } finally {
                arrivals.end();
            }
        }
    }
}
