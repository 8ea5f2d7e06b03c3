package org.ohmstead.simulator.station;

import io.vertx.core.http.WebSocket;
import io.vertx.core.http.impl.WebSocketInternal;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.rpc.Wire;
import org.ohmstead.simulator.station.network.Mischief;
import org.ohmstead.simulator.station.network.Network;

/** The socket of one connection, with the {@link Mischief} that happens between a link and its socket. */
final class StationWire implements Wire {
    private static final Pattern HEAD = Pattern.compile("^\\s*\\[\\s*(\\d+)\\s*,\\s*(?:\"([^\"]*)\"|(\\d+))\\s*");

    private final WebSocket socket;
    private final Mischief mischief;
    private final Network network;
    private final Map<String, String> idsByNumber = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<String>> rawAnswers = new ConcurrentHashMap<>();
    private final AtomicLong number = new AtomicLong();
    private volatile @Nullable String answerToLose;

    StationWire(WebSocket socket, Mischief mischief, Network network) {
        this.socket = socket;
        this.mischief = mischief;
        this.network = network;
    }

    @Override
    public void send(String text) {
        if (isCall(text)) {
            sendCall(text);
        } else {
            sendAnswer(text);
        }
    }

    /** Sends a text as it is. */
    void put(String text) {
        if (!socket.isClosed()) {
            socket.writeTextMessage(text);
        }
    }

    /** Sends a frame past the link and waits for what comes back under its id. */
    CompletableFuture<String> ask(String text) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        rawAnswers.put(idOf(text), answer);
        put(text);
        return answer;
    }

    /** What the link is to see of a text that came in; empty: nothing. */
    String incoming(String text) {
        Matcher head = HEAD.matcher(text);
        if (!head.find() || head.group(1).equals("2") || head.group(1).equals("6")) {
            return text;
        }
        String id = id(head);
        if (id.equals(answerToLose)) {
            tear();
            return "";
        }
        CompletableFuture<String> raw = rawAnswers.remove(id);
        if (raw != null) {
            raw.complete(text);
            return "";
        }
        String ours = idsByNumber.remove(id);
        return ours == null ? text : "[" + head.group(1) + ",\"" + ours + "\"" + text.substring(head.end());
    }

    void gone() {
        rawAnswers.values().forEach(answer -> answer.cancel(false));
        rawAnswers.clear();
    }

    /** Breaks the connection as a pulled cable does: without a word. */
    void tear() {
        ((WebSocketInternal) socket).channelHandlerContext().close();
    }

    @Override
    public void close(int code, String reason) {
        socket.close((short) code, reason);
    }

    @Override
    public void pause() {
        socket.pause();
    }

    @Override
    public void resume() {
        socket.resume();
    }

    private void sendCall(String text) {
        String frame = mischief.numericIds() ? numbered(text) : text;
        if (mischief.isLast(frame)) {
            // Once it is out: the other side shall have it, and its answer get lost.
            socket.writeTextMessage(frame).onComplete(written -> tear());
            return;
        }
        if (mischief.answerGetsLost(frame)) {
            answerToLose = idOf(frame);
        }
        put(frame);
        if (mischief.sendsTwice()) {
            put(frame);
        }
    }

    private void sendAnswer(String text) {
        if (mischief.silent()) {
            return;
        }
        String frame = mischief.brokenJson() ? text.substring(0, text.length() - 2) : text;
        Runnable answer = () -> {
            put(frame);
            if (mischief.answersTwice()) {
                put(frame);
            }
        };
        long late = mischief.answersLate().toMillis();
        if (late > 0) {
            network.alarms().schedule(answer, late, TimeUnit.MILLISECONDS);
        } else {
            answer.run();
        }
    }

    private String numbered(String text) {
        Matcher head = HEAD.matcher(text);
        if (!head.find()) {
            return text;
        }
        String next = String.valueOf(number.incrementAndGet());
        idsByNumber.put(next, head.group(2));
        return "[" + head.group(1) + "," + next + text.substring(head.end());
    }

    private static String idOf(String text) {
        Matcher head = HEAD.matcher(text);
        if (!head.find()) {
            throw new IllegalArgumentException("No id in " + text);
        }
        return id(head);
    }

    private static String id(Matcher head) {
        return head.group(2) == null ? head.group(3) : head.group(2);
    }

    private static boolean isCall(String text) {
        return text.startsWith("[2,") || text.startsWith("[6,");
    }
}
