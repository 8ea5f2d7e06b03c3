package org.ohmstead.app.socket;

import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import org.ohmstead.app.socket.frames.CloseCode;
import org.ohmstead.app.socket.handshake.StationDoor;
import org.ohmstead.app.socket.handshake.StationDoor.Admitted;
import org.ohmstead.app.socket.handshake.StationDoor.Knock;
import org.ohmstead.app.socket.handshake.StationDoor.TurnedAway;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.StationRef;

/** What is written down about a connection: its row, and lines in the log. */
final class ConnectionRow {
    private static final System.Logger LOG = System.getLogger(ConnectionRow.class.getName());

    private final LinkServices services;
    private final Admitted station;
    private volatile long number;

    ConnectionRow(LinkServices services, Admitted station) {
        this.services = services;
        this.station = station;
    }

    /** What the door says in the end. @param away why it does not stand; null: it does */
    private record Verdict(long number, @Nullable TurnedAway away) {}

    /**
     * Writes the row, on a worker.
     *
     * @param waited  whether it has stood idle since it was let in: then what it has shown is looked at once more
     * @param written then, on any thread
     * @param failed  in its place, with the reason and the code by which the connection has to end
     */
    void write(OcppVersion version, Knock knock, boolean waited, Runnable written, ObjIntConsumer<String> failed) {
        CompletableFuture.supplyAsync(
                        () -> enter(version, knock, waited), services.engine().workers())
                .whenComplete((verdict, failure) -> {
                    if (failure != null) {
                        LOG.log(Level.WARNING, () -> who() + " is sent away: " + failure.getMessage());
                        failed.accept("the database is not available, try again later", CloseCode.TRY_AGAIN_LATER);
                    } else if (verdict.away() != null) {
                        failed.accept("what it has shown does not let it in any more", CloseCode.POLICY);
                    } else {
                        number = verdict.number();
                        written.run();
                    }
                });
    }

    private Verdict enter(OcppVersion version, Knock knock, boolean waited) {
        StationDoor door = services.door();
        return switch (waited ? door.again(station, knock) : station) {
            case Admitted admitted -> new Verdict(door.opened(admitted, version, knock), null);
            case TurnedAway away -> {
                LOG.log(
                        Level.WARNING,
                        () -> who() + " is sent away, " + away.reason().word() + ": " + away.detail());
                door.turnedAway(Refusals.attempt(services.clock().instant(), knock, away), knock);
                yield new Verdict(0, away);
            }
        };
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
