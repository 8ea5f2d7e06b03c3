package org.ohmstead.app;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.messagelog.Direction;
import org.ohmstead.messagelog.Entry;
import org.ohmstead.messagelog.MessageLog;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.rpc.LinkObserver;
import org.ohmstead.ocpp.rpc.frame.FrameType;
import org.ohmstead.stations.StationLink;

/** Hands each frame of a link to the message log. */
final class LinkTrace implements LinkObserver {
    private static final int UNREADABLE = 0;

    private final MessageLog log;
    private final StationLink link;
    private final InstantSource clock;

    LinkTrace(MessageLog log, StationLink link, InstantSource clock) {
        this.log = log;
        this.link = link;
        this.clock = clock;
    }

    @Override
    public void frameIn(
            String text,
            @Nullable FrameType type,
            @Nullable String action,
            @Nullable String id,
            List<Deviation> deviations) {
        log(Direction.IN, type == null ? UNREADABLE : type.number(), action, id, text, deviations);
    }

    @Override
    public void frameOut(String text, FrameType type, @Nullable String action, String id) {
        log(Direction.OUT, type.number(), action, id, text, List.of());
    }

    private void log(
            Direction direction,
            int kind,
            @Nullable String action,
            @Nullable String id,
            String text,
            List<Deviation> deviations) {
        log.log(new Entry(
                link.station().tenant(),
                link.station().id(),
                link.connection(),
                clock.instant(),
                direction,
                kind,
                action,
                id,
                text,
                deviations));
    }
}
