package org.ohmstead.simulator.station;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.rpc.LinkObserver;
import org.ohmstead.ocpp.rpc.frame.FrameType;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;
import org.ohmstead.simulator.station.network.Tally;

/** Counts what passes over the link of a station. */
final class Watch implements LinkObserver {
    private final Station station;
    private final Tally tally;

    Watch(Station station, Tally tally) {
        this.station = station;
        this.tally = tally;
    }

    @Override
    public void frameIn(
            String text,
            @Nullable FrameType type,
            @Nullable String action,
            @Nullable String id,
            List<Deviation> deviations) {
        tally.messages.increment();
        if (type == FrameType.CALLERROR) {
            tally.failed(station.identity(), action + " was refused: " + text);
        }
    }

    @Override
    public void frameOut(String text, FrameType type, @Nullable String action, String id) {
        tally.messages.increment();
    }

    @Override
    public void callTimedOut(String action, String id, Duration waited) {
        tally.failed(station.identity(), action + " was not answered in " + waited.toSeconds() + " s");
    }

    @Override
    public void served(String action, String id, Duration took, @Nullable ErrorCode refused) {
        if (refused != null) {
            tally.failed(station.identity(), action + " was answered with " + refused);
        }
    }
}
