package org.ohmstead.simulator.station;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.v2.TransactionEvent.ChargingState;
import org.ohmstead.ocpp.v2.TransactionEvent.TransactionLimit;
import org.ohmstead.ocpp.v2.TransactionEvent.TriggerReason;
import org.ohmstead.simulator.station.metering.Sample;
import org.ohmstead.simulator.station.metering.Vehicle;

/** What happens while power flows: meter values in their interval, and the states that car, profiles and limits lead to. */
public final class PowerFlow {
    /** How often a running transaction is looked at between its meter values. */
    private static final Duration TICK = Duration.ofSeconds(10);

    private final Station station;

    PowerFlow(Station station) {
        this.station = station;
    }

    /** Profiles or limits have changed: the power may have to follow at once. */
    public void limitsChanged() {
        synchronized (station) {
            for (Outlet outlet : station.outlets()) {
                Transaction transaction = outlet.transaction();
                if (transaction != null) {
                    look(outlet, transaction);
                }
            }
        }
    }

    void pause(Outlet outlet) {
        synchronized (station) {
            outlet.advance(station.profiles(), station.time().now());
            outlet.paused(true);
            outlet.tick.cancel();
        }
    }

    /** After a reboot that spares transactions (B13, E17). */
    void resume(Outlet outlet) {
        Transaction transaction = outlet.transaction();
        if (outlet.paused() && transaction != null) {
            Sample sample = station.charging().measure(outlet);
            outlet.paused(false);
            station.protocol().updated(outlet, transaction, TriggerReason.TxResumed, sample);
            schedule(outlet, transaction);
        }
    }

    void energize(Outlet outlet, Transaction transaction) {
        Instant now = station.time().now();
        outlet.advance(station.profiles(), now);
        transaction.chargingSince(now);
        Duration interval = station.protocol().timing().meter();
        outlet.nextSample = interval.isPositive() ? now.plus(interval) : Instant.MAX;
        change(outlet, transaction, TriggerReason.ChargingStateChanged);
        schedule(outlet, transaction);
    }

    private void schedule(Outlet outlet, Transaction transaction) {
        Instant now = station.time().now();
        Duration coarse = Duration.ofMillis((long) (200 * station.options().speed()));
        Instant next = now.plus(coarse.compareTo(TICK) > 0 ? coarse : TICK);
        Instant due = outlet.nextSample.isBefore(next) ? outlet.nextSample : next;
        outlet.tick.cancel();
        outlet.tick = station.time().after(Duration.between(now, due), () -> tick(outlet, transaction));
    }

    private void tick(Outlet outlet, Transaction transaction) {
        synchronized (station) {
            if (outlet.transaction() != transaction || outlet.paused()) {
                return;
            }
            look(outlet, transaction);
            Instant now = station.time().now();
            if (!now.isBefore(outlet.nextSample)) {
                Duration interval = station.protocol().timing().meter();
                outlet.nextSample = interval.isPositive() ? now.plus(interval) : Instant.MAX;
                station.protocol()
                        .updated(outlet, transaction, TriggerReason.MeterValuePeriodic, outlet.sample(station.stamp()));
            }
            schedule(outlet, transaction);
        }
    }

    private void look(Outlet outlet, Transaction transaction) {
        Sample sample = station.charging().measure(outlet);
        TriggerReason reached = reached(transaction, outlet, sample);
        transaction.limitReached(reached != null);
        change(outlet, transaction, reached == null ? TriggerReason.ChargingStateChanged : reached);
    }

    /** Follows what the car and the limits want, and tells it if it is new. */
    void change(Outlet outlet, Transaction transaction, TriggerReason why) {
        ChargingState next = wanted(outlet, transaction);
        if (next != transaction.chargingState()) {
            transaction.chargingState(next);
            station.protocol().updated(outlet, transaction, why, null);
            station.report(outlet);
        }
    }

    private ChargingState wanted(Outlet outlet, Transaction transaction) {
        Vehicle car = outlet.vehicle();
        if (transaction.chargingSince() == null || car == null) {
            return ChargingState.EVConnected;
        }
        if (transaction.blocked()
                || station.profiles().limit(outlet, station.time().now()) < 1) {
            return ChargingState.SuspendedEVSE;
        }
        return car.isFull() ? ChargingState.SuspendedEV : ChargingState.Charging;
    }

    /** Which limit of the CSMS has been reached (E16). */
    private static @Nullable TriggerReason reached(Transaction transaction, Outlet outlet, Sample sample) {
        TransactionLimit limit = transaction.limit();
        if (limit == null) {
            return null;
        }
        double used = sample.registerWh() - transaction.startWh();
        long seconds = Duration.between(transaction.startedAt(), sample.at()).toSeconds();
        if (limit.maxEnergy() != null && used >= limit.maxEnergy().doubleValue()) {
            return TriggerReason.EnergyLimitReached;
        }
        if (limit.maxTime() != null && seconds >= limit.maxTime()) {
            return TriggerReason.TimeLimitReached;
        }
        Vehicle car = outlet.vehicle();
        boolean full = limit.maxSoC() != null && outlet.dc() && car != null && car.soc() >= limit.maxSoC();
        return full ? TriggerReason.SoCLimitReached : null;
    }
}
