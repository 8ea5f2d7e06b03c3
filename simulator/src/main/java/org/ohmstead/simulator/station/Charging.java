package org.ohmstead.simulator.station;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.v2.TransactionEvent.Reason;
import org.ohmstead.ocpp.v2.TransactionEvent.TriggerReason;
import org.ohmstead.simulator.station.authorization.Token;
import org.ohmstead.simulator.station.authorization.Verdict;
import org.ohmstead.simulator.station.metering.Sample;
import org.ohmstead.simulator.station.network.Tally;

/** What drivers, cars and the CSMS do at the outlets, from the plug to the last meter value. */
public final class Charging {
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
            station.powerFlow().energize(outlet, transaction);
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
                station.powerFlow().change(outlet, transaction, TriggerReason.Deauthorized);
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
}
