package org.ohmstead.plainanswers.ocpp2;

import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.LongAdder;
import org.ohmstead.ocpp.rpc.routing.SendHandler;
import org.ohmstead.ocpp.v2.NotifyPeriodicEventStream.Request;
import org.ohmstead.stations.Caller;

/**
 * OCPP 2.1 N15: values of a stream that nobody here has accepted. Nobody answers a SEND, so they are dropped and counted
 * (behaviour 11.1); the message log has them.
 */
@Singleton
public class UnknownStreams2 implements SendHandler<Caller, Request> {
    private static final Logger LOG = System.getLogger(UnknownStreams2.class.getName());

    private final LongAdder dropped = new LongAdder();

    @Override
    public void handle(Caller caller, Request message) {
        dropped.increment();
        LOG.log(
                Level.DEBUG,
                () -> "tenant=" + caller.station().tenant() + " station="
                        + caller.station().identity() + " action=NotifyPeriodicEventStream id=" + message.id()
                        + ": dropped, because no stream was accepted");
    }

    /** How many messages were dropped since the start. */
    public long dropped() {
        return dropped.sum();
    }
}
