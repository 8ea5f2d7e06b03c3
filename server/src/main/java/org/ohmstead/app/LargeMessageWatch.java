package org.ohmstead.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.rpc.LinkObserver;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.connections.LargeMessages;

/** Notices that a station's messages are too large to be read, and that they no longer are. */
final class LargeMessageWatch implements LinkObserver {
    private static final Logger LOG = System.getLogger(LargeMessageWatch.class.getName());

    private final StationRef station;
    private final LargeMessages messages;
    private final InstantSource clock;

    LargeMessageWatch(StationRef station, LargeMessages messages, InstantSource clock) {
        this.station = station;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public void tooLarge(String action, long size, long limit, String setting) {
        messages.refused(station, action, size, limit, setting, clock.instant());
        LOG.log(
                Level.WARNING,
                "tenant=" + station.tenant() + " station=" + station.identity() + " action=" + action
                        + ": a message of at least " + size + " bytes is not read; " + setting + " allows " + limit);
    }

    @Override
    public void served(String action, String id, Duration took, @Nullable ErrorCode refused) {
        messages.served(station, action);
    }
}
