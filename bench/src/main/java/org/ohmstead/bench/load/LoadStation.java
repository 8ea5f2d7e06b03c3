package org.ohmstead.bench.load;

import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.ohmstead.bench.socket.TextSocket;

/** One virtual station: a CALL at a time. Lives on the fleet's event loop. */
final class LoadStation implements TextSocket.Listener, Pace.Speaker {
    private static final int BOOT_RETRY_MILLIS = 1000;

    private final Fleet fleet;
    private final Fleet.Plan plan;
    private final Tally tally;
    private @Nullable TextSocket socket;
    private long dialledAt;
    private long number;
    private long sentAt;
    private boolean waiting;
    private boolean isBooted;
    /** What was sent last and has no CALLRESULT yet. */
    private @Nullable String unanswered;

    LoadStation(Fleet fleet, Fleet.Plan plan) {
        this.fleet = fleet;
        this.plan = plan;
        this.tally = fleet.tally();
    }

    void dial() {
        dialledAt = System.nanoTime();
        fleet.connect(plan, this);
    }

    @Override
    public boolean isFree() {
        return isBooted && !waiting && unanswered == null;
    }

    @Override
    public void say(long dueAt) {
        unanswered = plan.script().next();
        call(unanswered, dueAt);
    }

    @Override
    public void opened(TextSocket opened) {
        socket = opened;
        call(plan.script().boot(), dialledAt);
    }

    @Override
    public void failed(int status, String why) {
        if (status > 0) {
            tally.turnedAway(plan.identity() + " was answered " + why);
        } else {
            tally.unreachable(plan.identity() + " could not connect: " + why);
        }
        dialLater();
    }

    @Override
    public void closed(int code) {
        socket = null;
        if (isBooted) {
            isBooted = false;
            fleet.left();
        }
        waiting = false;
        tally.lost(plan.identity() + " was closed with " + code);
        dialLater();
    }

    private void dialLater() {
        if (fleet.isTenacious()) {
            fleet.afterBackOff(this::dial);
        }
    }

    private void call(String rest, long since) {
        TextSocket open = socket;
        if (open == null) {
            return;
        }
        waiting = true;
        sentAt = since;
        number++;
        open.send("[" + plan.script().frameType() + ",\"" + number + "\"" + rest);
    }

    @Override
    public void text(String frame) {
        switch (frame.charAt(1)) {
            case '3' -> answered(frame);
            case '4' -> refused(frame);
            default -> decline(frame);
        }
    }

    private void answered(String frame) {
        if (!waiting || !frame.startsWith("\"" + number + "\"", frame.indexOf('"'))) {
            tally.refused(plan.identity() + " was sent an answer to nothing: " + frame);
            return;
        }
        long took = System.nanoTime() - sentAt;
        waiting = false;
        if (isBooted) {
            tally.answered(took);
            unanswered = null;
            plan.script().answered(frame);
            fleet.free(this);
        } else {
            bootAnswered(frame, took);
        }
    }

    private void bootAnswered(String frame, long took) {
        if (!frame.contains("\"Accepted\"")) {
            tally.refused(plan.identity() + " was not admitted: " + frame);
            fleet.later(BOOT_RETRY_MILLIS, this::repeat);
            return;
        }
        isBooted = true;
        tally.booted(took);
        fleet.accepted();
        if (unanswered == null) {
            fleet.free(this);
        } else {
            // OCPP 1.6 §3.7.1: what was not answered is sent again, until it is.
            call(unanswered, System.nanoTime());
        }
    }

    private void refused(String frame) {
        tally.refused(frame);
        waiting = false;
        if (fleet.isTenacious()) {
            fleet.later(100 + ThreadLocalRandom.current().nextInt(200), this::repeat);
        } else {
            unanswered = null;
            fleet.free(this);
        }
    }

    private void repeat() {
        if (socket == null || waiting) {
            return;
        }
        if (!isBooted) {
            call(plan.script().boot(), dialledAt);
        } else if (unanswered != null) {
            call(unanswered, System.nanoTime());
        }
    }

    /** The server wants something of the station; there is nothing that it could give. */
    private void decline(String frame) {
        int start = frame.indexOf('"');
        int end = frame.indexOf('"', start + 1);
        TextSocket open = socket;
        if (frame.charAt(1) == '2' && end > 0 && open != null) {
            open.send("[4," + frame.substring(start, end + 1) + ",\"NotSupported\",\"\",{}]");
        }
    }
}
