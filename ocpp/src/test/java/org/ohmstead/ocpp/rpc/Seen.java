package org.ohmstead.ocpp.rpc;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.rpc.frame.FrameType;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;

/** An observer that remembers. */
final class Seen implements LinkObserver {
    final List<String> frames = new CopyOnWriteArrayList<>();
    final List<Deviation> deviations = new CopyOnWriteArrayList<>();
    final List<Dropped> dropped = new CopyOnWriteArrayList<>();
    final List<String> repeated = new CopyOnWriteArrayList<>();
    final List<String> served = new CopyOnWriteArrayList<>();
    final List<String> timeouts = new CopyOnWriteArrayList<>();
    final List<String> refusedResults = new CopyOnWriteArrayList<>();

    @Override
    public void frameIn(String text, FrameType type, String action, String id, List<Deviation> found) {
        frames.add("in " + type + " " + action + " " + id);
        deviations.addAll(found);
    }

    @Override
    public void frameOut(String text, FrameType type, String action, String id) {
        frames.add("out " + type + " " + action + " " + id);
    }

    @Override
    public void dropped(Dropped why, String text) {
        dropped.add(why);
    }

    @Override
    public void repeatedAnswer(String action, String id) {
        repeated.add(action + " " + id);
    }

    @Override
    public void served(String action, String id, Duration took, ErrorCode refused) {
        served.add(action + " " + id + " " + took.toSeconds() + "s " + refused);
    }

    @Override
    public void callTimedOut(String action, String id, Duration waited) {
        timeouts.add(action + " " + id);
    }

    @Override
    public void resultRefused(String action, String id, ErrorCode code, String description) {
        refusedResults.add(action + " " + id + " " + code + " " + description);
    }
}
