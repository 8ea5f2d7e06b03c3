package org.ohmstead.bench.load;

import io.vertx.core.http.WebSocket;

/** One virtual station on its connection: a CALL at a time. Lives on the fleet's event loop. */
final class LoadStation {
    private final String identity;
    private final Script script;
    private final Tally tally;
    private final Runnable booted;
    private final WebSocket socket;
    private long number;
    private long sentAt;
    private boolean waiting;
    private boolean isBooted;
    private boolean looping;

    LoadStation(String identity, Script script, Tally tally, WebSocket socket, Runnable booted) {
        this.identity = identity;
        this.script = script;
        this.tally = tally;
        this.socket = socket;
        this.booted = booted;
        socket.textMessageHandler(this::received);
        socket.closeHandler(closed -> tally.lost(identity + " was closed with " + socket.closeStatusCode()));
    }

    void boot() {
        call(script.boot(), System.nanoTime());
    }

    /** Sends one message after the other, each as soon as the one before was answered. */
    void loop() {
        looping = true;
        if (!waiting) {
            call(script.next(), System.nanoTime());
        }
    }

    void rest() {
        looping = false;
    }

    boolean isFree() {
        return isBooted && !waiting;
    }

    /** Sends the next message, which was due at a time of {@link System#nanoTime}. */
    void say(long dueAt) {
        call(script.next(), dueAt);
    }

    void close() {
        socket.closeHandler(closed -> {});
        socket.close();
    }

    private void call(String rest, long since) {
        waiting = true;
        sentAt = since;
        number++;
        socket.writeTextMessage("[2,\"" + number + "\"" + rest);
    }

    private void received(String frame) {
        switch (frame.charAt(1)) {
            case '3' -> answered(frame);
            case '4' -> refused(frame);
            default -> decline(frame);
        }
    }

    private void answered(String frame) {
        if (!isAnswer(frame)) {
            tally.refused(identity + " was sent an answer to nothing: " + frame);
            return;
        }
        long now = System.nanoTime();
        waiting = false;
        if (isBooted) {
            tally.answered(now - sentAt);
            script.answered(frame);
        } else if (frame.contains("\"Accepted\"")) {
            isBooted = true;
            booted.run();
        } else {
            tally.refused(identity + " was not admitted: " + frame);
        }
        continueLoop();
    }

    private void refused(String frame) {
        tally.refused(frame);
        waiting = false;
        continueLoop();
    }

    private void continueLoop() {
        if (looping && isBooted) {
            call(script.next(), System.nanoTime());
        }
    }

    private boolean isAnswer(String frame) {
        String id = "\"" + number + "\"";
        return waiting && frame.startsWith(id, frame.indexOf('"'));
    }

    /** The server wants something of the station; there is nothing that it could give. */
    private void decline(String frame) {
        int start = frame.indexOf('"');
        int end = frame.indexOf('"', start + 1);
        if (frame.charAt(1) == '2' && end > 0) {
            socket.writeTextMessage("[4," + frame.substring(start, end + 1) + ",\"NotSupported\",\"\",{}]");
        }
    }
}
