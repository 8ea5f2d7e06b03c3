package org.ohmstead.monitoring.ocpp2;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.ohmstead.monitoring.streams.EventStreams;
import org.ohmstead.monitoring.streams.StreamPacing;
import org.ohmstead.monitoring.streams.StreamValue;
import org.ohmstead.ocpp.rpc.routing.SendHandler;
import org.ohmstead.ocpp.v2.NotifyPeriodicEventStream.Request;
import org.ohmstead.stations.Caller;

/** OCPP 2.1 N15: values of a stream, each an offset in seconds from a base time. Nobody answers a SEND. */
@Singleton
public class NotifyPeriodicEventStream2 implements SendHandler<Caller, Request> {
    private static final Logger LOG = System.getLogger(NotifyPeriodicEventStream2.class.getName());

    /** An offset beyond is none, and the base time counts. */
    private static final BigDecimal LONGEST_OFFSET =
            BigDecimal.valueOf(Duration.ofDays(3650).toSeconds());

    private final EventStreams streams;
    private final StreamPacing pacing;

    @Inject
    public NotifyPeriodicEventStream2(EventStreams streams, StreamPacing pacing) {
        this.streams = streams;
        this.pacing = pacing;
    }

    @Override
    public void handle(Caller caller, Request message) {
        List<StreamValue> values = message.data().stream()
                .map(element -> new StreamValue(at(message.basetime(), element.t()), element.v()))
                .toList();
        if (streams.came(caller.station(), message.id(), message.pending(), values, caller.receivedAt())) {
            pacing.came(caller.station(), message.id(), message.pending());
        } else {
            LOG.log(
                    Level.DEBUG,
                    () -> "tenant=" + caller.station().tenant() + " station="
                            + caller.station().identity() + " action=NotifyPeriodicEventStream id=" + message.id()
                            + ": dropped, because no such stream is open");
        }
    }

    private static Instant at(Instant base, BigDecimal offset) {
        Instant at = offset.abs().compareTo(LONGEST_OFFSET) > 0
                ? base
                : base.plusNanos(offset.movePointRight(9).longValue());
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
