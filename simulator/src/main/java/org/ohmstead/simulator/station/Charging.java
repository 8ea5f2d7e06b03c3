package org.ohmstead.simulator.station;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.v2.TransactionEvent.ChargingState;
import org.ohmstead.ocpp.v2.TransactionEvent.Reason;
import org.ohmstead.ocpp.v2.TransactionEvent.TransactionLimit;
import org.ohmstead.ocpp.v2.TransactionEvent.TriggerReason;

/** What drivers, cars and the CSMS do at the outlets, from the plug to the last meter value. */
public final class Charging {
    /** How often a running transaction is looked at between its meter values. */
    private static final Duration TICK = Duration.ofSeconds(10);

    private final Station station;

    Charging(Station station) {
        this.station = station;
    }

    public void plug(Outlet outlet) {
        synchronized (station) {
            if (outlet.plugged()) {
                return;
            }
            outlet.plug();
            Token waiting = outlet.waiting();
            Integer remoteStartId = outlet.waitingRemoteStart();
            outlet.waitFor(null, null);
            boolean early = station.options().startsAtPlug()
                    && station.protocol().version().isV2()
                    && station.state(outlet) == OutletState.PREPARING;
            if (early) {
                begin(outlet, null, TriggerReason.CablePluggedIn, null);
            }
            station.report(outlet);
            if (waiting != null) {
                start(outlet, waiting, TriggerReason.CablePluggedIn, remoteStartId);
            }
        }
    }

    public void unplug(Outlet outlet) {
        synchronized (station) {
            stop(outlet, TriggerReason.EVCommunicationLost, Reason.EVDisconnected, null);
            outlet.unplug();
            station.report(outlet);
        }
    }

    /** Asks the CSMS, or without a connection the local list and the cache. */
    public CompletableFuture<Verdict> authorize(Token token) {
        if (!station.isReady()) {
            return CompletableFuture.completedFuture(offline(token));
        }
        return station.protocol().authorize(token).thenApply(answer -> {
            synchronized (station) {
                answer.ifPresent(station.localList()::remember);
                return answer.orElseGet(() -> offline(token));
            }
        });
    }

    /** Whether a token may start something here. */
    public boolean admits(Outlet outlet, Token token) {
        synchronized (station) {
            Transaction running = outlet.transaction();
            return station.operative()
                    && outlet.operative()
                    && !outlet.faulted()
                    && (running == null || running.token() == null)
                    && station.reservations().admits(outlet.id(), token);
        }
    }

    /** Starts charging for an accepted token, or waits for the cable; false: not here. */
    public boolean start(Outlet outlet, Token token, TriggerReason why, @Nullable Integer remoteStartId) {
        synchronized (station) {
            if (!admits(outlet, token)) {
                return false;
            }
            if (!outlet.plugged()) {
                awaitCable(outlet, token, remoteStartId);
                return true;
            }
            Transaction transaction = outlet.transaction();
            if (transaction == null) {
                transaction = begin(outlet, token, why, remoteStartId);
            } else {
                transaction.token(token);
                transaction.remoteStartId(remoteStartId);
                station.protocol().updated(outlet, transaction, why, null);
            }
            energize(outlet, transaction);
            return true;
        }
    }

    /** Ends the transaction of an outlet; false: there is none. */
    public boolean stop(Outlet outlet, TriggerReason trigger, Reason reason, @Nullable Token stopper) {
        synchronized (station) {
            Transaction transaction = outlet.transaction();
            if (transaction == null) {
                return false;
            }
            Sample sample = measure(outlet);
            outlet.end();
            station.protocol().ended(outlet, transaction, new Protocol.Ending(trigger, reason, stopper), sample);
            station.profiles().ended(transaction);
            Tally tally = station.tally();
            tally.charging.decrementAndGet();
            tally.sessions.incrementAndGet();
            tally.milliWattHours.add((long) ((sample.registerWh() - transaction.startWh()) * 1000));
            station.report(outlet);
            return true;
        }
    }

    /** Reads the meter and tells it, within the transaction if there is one. */
    public Sample meter(Outlet outlet, TriggerReason why) {
        synchronized (station) {
            Sample sample = measure(outlet);
            Transaction transaction = outlet.transaction();
            if (transaction == null) {
                station.protocol().meterValues(outlet, sample);
            } else {
                station.protocol().updated(outlet, transaction, why, sample);
            }
            return sample;
        }
    }

    /** Reads the meter. */
    public Sample measure(Outlet outlet) {
        synchronized (station) {
            outlet.advance(station.profiles(), station.time().now());
            return outlet.sample(station.stamp());
        }
    }

    /** The CSMS has refused the token of a transaction that runs (1.6 §4.8; E05). */
    public void refused(Transaction transaction) {
        synchronized (station) {
            Outlet outlet = find(transaction.id()).orElse(null);
            if (outlet == null || transaction.deauthorized()) {
                return;
            }
            if (station.protocol().stopsOnInvalidToken()) {
                stop(outlet, TriggerReason.Deauthorized, Reason.DeAuthorized, null);
            } else {
                outlet.advance(station.profiles(), station.time().now());
                transaction.deauthorize();
                change(outlet, transaction, TriggerReason.Deauthorized);
            }
        }
    }

    /** The outlet at which a transaction runs. */
    public Optional<Outlet> find(String transactionId) {
        return station.outlets().stream()
                .filter(outlet -> outlet.transaction() != null
                        && outlet.transaction().id().equalsIgnoreCase(transactionId))
                .findFirst();
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
            Sample sample = measure(outlet);
            outlet.paused(false);
            station.protocol().updated(outlet, transaction, TriggerReason.TxResumed, sample);
            schedule(outlet, transaction);
        }
    }

    private Verdict offline(Token token) {
        synchronized (station) {
            String otherwise = station.protocol().trustsOfflineTokens() ? Verdict.ACCEPTED : "Invalid";
            return station.localList().known(token).orElseGet(() -> new Verdict(otherwise, token));
        }
    }

    private void awaitCable(Outlet outlet, Token token, @Nullable Integer remoteStartId) {
        outlet.waitFor(token, remoteStartId);
        station.report(outlet);
        outlet.patience = station.time().after(station.protocol().timing().plugTimeout(), () -> {
            synchronized (station) {
                outlet.waitFor(null, null);
                station.report(outlet);
            }
        });
        if (station.options().plugsOnRemoteStart()) {
            station.time().after(Duration.ofSeconds(2), () -> plug(outlet));
        }
    }

    private Transaction begin(
            Outlet outlet, @Nullable Token token, TriggerReason why, @Nullable Integer remoteStartId) {
        Sample sample = measure(outlet);
        String id = new UUID(station.random().nextLong(), station.random().nextLong()).toString();
        Transaction transaction = new Transaction(id, sample.at(), sample.registerWh());
        transaction.remoteStartId(remoteStartId);
        if (token != null) {
            transaction.token(token);
            station.reservations().use(outlet.id(), token).ifPresent(used -> transaction.reservation(used.id()));
        }
        outlet.begin(transaction);
        station.tally().charging.incrementAndGet();
        station.report(outlet);
        station.protocol().started(outlet, transaction, why, sample);
        return transaction;
    }

    private void energize(Outlet outlet, Transaction transaction) {
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
        Sample sample = measure(outlet);
        TriggerReason reached = reached(transaction, outlet, sample);
        transaction.limitReached(reached != null);
        change(outlet, transaction, reached == null ? TriggerReason.ChargingStateChanged : reached);
    }

    /** Follows what the car and the limits want, and tells it if it is new. */
    private void change(Outlet outlet, Transaction transaction, TriggerReason why) {
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
