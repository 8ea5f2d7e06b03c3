package org.ohmstead.app.socket;

import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import org.ohmstead.app.socket.handshake.StationDoor;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.StationRef;

/** What is written down about a connection: its row, and lines in the log. */
final class ConnectionRow {
    private static final System.Logger LOG = System.getLogger(ConnectionRow.class.getName());

    private final LinkServices services;
    private final StationDoor.Admitted station;
    private volatile long number;

    ConnectionRow(LinkServices services, StationDoor.Admitted station) {
        this.services = services;
        this.station = station;
    }

    /**
     * Writes the row, on a worker.
     *
     * @param written then, on any thread
     * @param failed  in its place, if the database cannot be written
     */
    void write(OcppVersion version, StationDoor.Knock knock, LongConsumer written, Runnable failed) {
        CompletableFuture.supplyAsync(
                        () -> services.door().opened(station, version, knock),
                        services.engine().workers())
                .whenComplete((row, failure) -> {
                    if (failure == null) {
                        number = row;
                        written.accept(row);
                    } else {
                        LOG.log(Level.WARNING, () -> who() + " is sent away: " + failure.getMessage());
                        failed.run();
                    }
                });
    }

    /** 0: it is not written yet. */
    long number() {
        return number;
    }

    void ended(int code, String reason) {
        services.door().closed(station.station(), number, code, reason);
        log("disconnected, code " + code + ": " + reason);
    }

    void log(String what) {
        LOG.log(Level.INFO, () -> who() + " connection=" + number + " " + what);
    }

    private String who() {
        StationRef ref = station.station();
        return "tenant=" + ref.tenant() + " station=" + ref.identity();
    }
}
