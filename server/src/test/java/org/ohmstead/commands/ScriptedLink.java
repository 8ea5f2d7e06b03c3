package org.ohmstead.commands;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppSend;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.stations.StationLink;
import org.ohmstead.stations.StationRef;

/** A link whose station says what the test wants. */
public final class ScriptedLink implements StationLink {
    public final List<OcppCall<?>> sent = new CopyOnWriteArrayList<>();
    private final StationRef station;
    private final OcppVersion version;
    private final Function<OcppCall<?>, Outcome<?>> says;

    public ScriptedLink(StationRef station, OcppVersion version, Function<OcppCall<?>, Outcome<?>> says) {
        this.station = station;
        this.version = version;
        this.says = says;
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
        return 1;
    }

    @Override
    public long handshake() {
        return 1;
    }

    @Override
    public Instant since() {
        return Instant.EPOCH;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R extends OcppResult> CompletableFuture<Outcome<R>> call(OcppCall<R> request, Duration timeout) {
        sent.add(request);
        return CompletableFuture.completedFuture((Outcome<R>) says.apply(request));
    }

    @Override
    public void send(OcppSend message) {}

    @Override
    public void close(int code, String reason) {}

    @Override
    public boolean booted() {
        return true;
    }
}
