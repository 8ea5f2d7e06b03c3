package org.ohmstead.stations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppSend;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Outcome;

/** A link without a socket, which notes how it was closed. */
public final class FakeLink implements StationLink {
    private final StationRef station;
    private final OcppVersion version;
    private final Instant since;
    private final long connection;
    private final long handshake;
    public @Nullable Integer closedWith;
    public final List<OcppCall<?>> calls = new ArrayList<>();

    public FakeLink(StationRef station, OcppVersion version, Instant since) {
        this(station, version, since, 1, 1);
    }

    public FakeLink(StationRef station, OcppVersion version, Instant since, long connection, long handshake) {
        this.handshake = handshake;
        this.connection = connection;
        this.station = station;
        this.version = version;
        this.since = since;
    }

    @Override
    public StationRef station() {
        return station;
    }

    @Override
    public OcppVersion version() {
        return version;
    }

    @Override
    public long connection() {
        return connection;
    }

    @Override
    public long handshake() {
        return handshake;
    }

    @Override
    public Instant since() {
        return since;
    }

    @Override
    public <R extends OcppResult> CompletableFuture<Outcome<R>> call(OcppCall<R> request, Duration timeout) {
        calls.add(request);
        return CompletableFuture.completedFuture(new Outcome.NotConnected<>("no socket"));
    }

    @Override
    public void send(OcppSend message) {}

    @Override
    public void close(int code, String reason) {
        closedWith = code;
    }

    @Override
    public boolean booted() {
        return false;
    }
}
