package org.ohmstead.simulator.station;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.LinkEngine;
import org.ohmstead.ocpp.rpc.LinkObserver;
import org.ohmstead.ocpp.rpc.LinkSettings;
import org.ohmstead.ocpp.rpc.OcppLink;
import org.ohmstead.ocpp.rpc.Wire;
import org.ohmstead.ocpp.v2.BootNotification.BootReason;
import org.ohmstead.ocpp.v2.TransactionEvent.Reason;
import org.ohmstead.ocpp.v2.TransactionEvent.TriggerReason;
import org.ohmstead.simulator.station.authorization.Reservations;
import org.ohmstead.simulator.station.authorization.Token;
import org.ohmstead.simulator.station.authorization.Verdict;
import org.ohmstead.simulator.station.metering.Sample;
import org.ohmstead.simulator.station.network.Destinations.Destination;

/** A version's way to say what happens at a station. Speaks the words of 2.x where both families have one; never blocks. */
public interface Protocol {
    OcppVersion version();

    /** A link that serves the commands of this version. */
    OcppLink<?> link(Wire wire, LinkSettings settings, LinkEngine engine, LinkObserver observer);

    Configuration configuration();

    /** Where the station dials after a boot, the first one first; none: as before. */
    List<Destination> destinations();

    /** Ends with what the CSMS says, or with {@code NONE} when it says nothing usable. */
    CompletableFuture<Registration> boot(BootReason reason);

    void heartbeat();

    /** Tells the state of a connector. */
    void report(Outlet outlet, OutletState state);

    /** Tells the state of the station as a whole, where the version can (connector 0 of 1.6). */
    void reportStation();

    /** Asks the CSMS; empty when it did not say. Never ends exceptionally. */
    CompletableFuture<Optional<Verdict>> authorize(Token token);

    void started(Outlet outlet, Transaction transaction, TriggerReason trigger, Sample sample);

    /**
     * @param sample null: nothing but the event
     */
    void updated(Outlet outlet, Transaction transaction, TriggerReason trigger, @Nullable Sample sample);

    void ended(Outlet outlet, Transaction transaction, Ending ending, Sample sample);

    /** Meter values without a transaction, or whatever the version sends when it is asked for some. */
    void meterValues(Outlet outlet, Sample sample);

    Timing timing();

    /** A BootNotification has brought the interval of the heartbeats. */
    void heartbeatInterval(Duration interval);

    /** Whether the CSMS's refusal of a token ends its transaction (StopTransactionOnInvalidId, StopTxOnInvalidId). */
    boolean stopsOnInvalidToken();

    /** Whether a token that nobody knows may start while there is no connection. */
    boolean trustsOfflineTokens();

    /** A reservation has run out, which 2.x tells. */
    void expired(Reservations.Reservation reservation);

    /**
     * How a transaction ended.
     *
     * @param stopper the token that stopped it, or null
     */
    record Ending(
            TriggerReason trigger, Reason reason, @Nullable Token stopper) {}

    /**
     * The intervals in force, in station time.
     *
     * @param meter       zero: no periodic values
     * @param retry       before a transaction message is sent again, times the attempts so far
     * @param attempts    of a transaction message
     * @param plugTimeout how long an accepted token waits for a cable
     */
    record Timing(Duration heartbeat, Duration meter, Duration retry, int attempts, Duration plugTimeout) {}
}
