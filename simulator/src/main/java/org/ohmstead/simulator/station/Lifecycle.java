package org.ohmstead.simulator.station;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.ohmstead.ocpp.v2.BootNotification.BootReason;
import org.ohmstead.ocpp.v2.TransactionEvent.Reason;
import org.ohmstead.ocpp.v2.TransactionEvent.TriggerReason;
import org.ohmstead.simulator.station.Registration.Status;
import org.ohmstead.simulator.station.time.StationTime;

/** From the first BootNotification to the next reboot: what a station may do, and its heartbeats (B01 to B03, B11; 1.6 §4.2). */
public final class Lifecycle {
    private static final Duration OWN_BOOT_INTERVAL = Duration.ofSeconds(10);
    private static final Duration REBOOT_TAKES = Duration.ofSeconds(3);

    private final Station station;
    private Status registration = Status.NONE;
    private BootReason bootReason = BootReason.PowerUp;
    private StationTime.Timer heartbeat = StationTime.Timer.NONE;
    private StationTime.Timer bootRetry = StationTime.Timer.NONE;
    private CompletableFuture<Status> settled = new CompletableFuture<>();

    Lifecycle(Station station) {
        this.station = station;
    }

    public Status registration() {
        synchronized (station) {
            return registration;
        }
    }

    /** Dials; ends with the answer to the BootNotification, or with ACCEPTED when none was due. */
    public CompletableFuture<Status> connect() {
        CompletableFuture<Status> answer;
        synchronized (station) {
            if (settled.isDone() && !station.connection().isUp()) {
                settled = new CompletableFuture<>();
            }
            answer = settled;
        }
        return station.connection().open().thenCompose(up -> answer);
    }

    /** Sends the BootNotification (again). */
    public void boot(BootReason reason) {
        bootRetry.cancel();
        station.mind(station.protocol().boot(reason).thenAccept(this::booted));
    }

    /**
     * Ends what runs, goes away for some seconds and boots.
     *
     * @param resume 2.1 ImmediateAndResume: transactions go on afterwards (B13)
     */
    public void reboot(BootReason reason, Reason stopReason, boolean resume) {
        for (Outlet outlet : station.outlets()) {
            if (resume) {
                station.powerFlow().pause(outlet);
            } else {
                station.charging().stop(outlet, TriggerReason.ResetCommand, stopReason, null);
            }
        }
        station.mind(station.queue()
                .whenEmpty()
                .copy()
                .completeOnTimeout(null, 5, TimeUnit.SECONDS)
                .thenAccept(empty -> restart(reason)));
    }

    void connected() {
        synchronized (station) {
            if (station.options().skipBoot()) {
                registration = Status.ACCEPTED;
            }
            if (registration == Status.ACCEPTED) {
                atWork();
            } else {
                boot(bootReason);
            }
        }
    }

    void disconnected() {
        synchronized (station) {
            heartbeat.cancel();
            bootRetry.cancel();
            station.outlets().forEach(Outlet::forgetReported);
            if (settled.isDone()) {
                settled = new CompletableFuture<>();
            }
        }
    }

    private void restart(BootReason reason) {
        synchronized (station) {
            registration = Status.NONE;
            bootReason = reason;
        }
        station.connection().close();
        station.connection().destinations().go(station.protocol().destinations());
        station.time().after(REBOOT_TAKES, () -> station.connection().open());
    }

    private void booted(Registration answer) {
        synchronized (station) {
            boolean accepted = answer.status() == Status.ACCEPTED;
            if (!station.connection().isUp()) {
                return;
            }
            if (registration != Status.ACCEPTED || answer.status() != Status.NONE) {
                registration = answer.status();
            }
            if (accepted) {
                if (answer.interval().isPositive()) {
                    station.protocol().heartbeatInterval(answer.interval());
                }
                atWork();
            } else {
                Duration pause = answer.interval().isPositive() ? answer.interval() : OWN_BOOT_INTERVAL;
                bootRetry = station.time().after(pause, () -> {
                    if (station.connection().isUp() && registration() != Status.ACCEPTED) {
                        boot(bootReason);
                    }
                });
                if (answer.status() != Status.NONE) {
                    settled.complete(answer.status());
                }
            }
        }
    }

    private void atWork() {
        station.protocol().reportStation();
        station.outlets().forEach(Outlet::forgetReported);
        station.outlets().forEach(station::report);
        station.outlets().forEach(station.powerFlow()::resume);
        station.queue().pump();
        beat();
        settled.complete(Status.ACCEPTED);
    }

    private void beat() {
        heartbeat.cancel();
        Duration interval = station.protocol().timing().heartbeat();
        if (interval.isPositive()) {
            heartbeat = station.time().after(interval, () -> {
                synchronized (station) {
                    if (station.isReady()) {
                        station.protocol().heartbeat();
                        beat();
                    }
                }
            });
        }
    }

    /** The interval of the heartbeats was changed. */
    public void newHeartbeat() {
        synchronized (station) {
            if (station.isReady()) {
                beat();
            }
        }
    }
}
