package org.ohmstead.stations;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppSend;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.stations.connections.Connections;

/** A station's open connection, for those who want to send something over it. */
public interface StationLink {

    StationRef station();

    OcppVersion version();

    /** The row of this connection, see {@link Connections}. */
    long connection();

    /** Its handshake among those of this process, in the order in which they came: rows may be written in another one. */
    long handshake();

    /** When the connection was opened. */
    Instant since();

    /** Sends a CALL when its turn has come; the future ends within the time-out, never with an exception for what is normal. */
    <R extends OcppResult> CompletableFuture<Outcome<R>> call(OcppCall<R> request, Duration timeout);

    /** Sends what nobody answers (2.1). */
    void send(OcppSend message);

    void close(int code, String reason);

    /** Whether a BootNotification of this connection was answered, whatever the answer. */
    boolean booted();
}
