package org.ohmstead.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.rpc.LinkObserver;
import org.ohmstead.ocpp.rpc.frame.FrameType;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.connections.LastSeen;
import org.ohmstead.stations.deviations.StationDeviations;

/** Lets all see what passes over one station's link that have to know it. None of them makes the link wait. */
final class LinkObservation implements LinkObserver {
    private final StationRef station;
    private final List<LinkObserver> others;
    private final LastSeen lastSeen;
    private final StationDeviations deviations;
    private final InstantSource clock;

    LinkObservation(
            StationRef station,
            List<LinkObserver> others,
            LastSeen lastSeen,
            StationDeviations deviations,
            InstantSource clock) {
        this.station = station;
        this.others = others;
        this.lastSeen = lastSeen;
        this.deviations = deviations;
        this.clock = clock;
    }

    /** Every message counts as a sign of life (1.6 §4.6, G02.FR.04). */
    @Override
    public void frameIn(
            String text,
            @Nullable FrameType type,
            @Nullable String action,
            @Nullable String id,
            List<Deviation> found) {
        lastSeen.seen(station, clock.instant());
        if (!found.isEmpty()) {
            deviations.count(station, action == null ? "" : action, found, clock.instant());
        }
        others.forEach(other -> other.frameIn(text, type, action, id, found));
    }

    @Override
    public void frameOut(String text, FrameType type, @Nullable String action, String id) {
        others.forEach(other -> other.frameOut(text, type, action, id));
    }

    @Override
    public void tooLarge(String action, long size, long limit, String setting) {
        others.forEach(other -> other.tooLarge(action, size, limit, setting));
    }

    @Override
    public void dropped(Dropped why, String text) {
        others.forEach(other -> other.dropped(why, text));
    }

    @Override
    public void repeatedAnswer(String action, String id) {
        others.forEach(other -> other.repeatedAnswer(action, id));
    }

    @Override
    public void served(String action, String id, Duration took, @Nullable ErrorCode refused) {
        others.forEach(other -> other.served(action, id, took, refused));
    }

    @Override
    public void callTimedOut(String action, String id, Duration waited) {
        others.forEach(other -> other.callTimedOut(action, id, waited));
    }

    @Override
    public void resultRefused(@Nullable String action, String id, ErrorCode code, String description) {
        others.forEach(other -> other.resultRefused(action, id, code, description));
    }
}
