package org.ohmstead.simulator.fleet;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppSend;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v2.BootNotification.BootReason;
import org.ohmstead.ocpp.v2.TransactionEvent.Reason;
import org.ohmstead.ocpp.v2.TransactionEvent.TriggerReason;
import org.ohmstead.simulator.station.Deliveries;
import org.ohmstead.simulator.station.Outlet;
import org.ohmstead.simulator.station.Registration;
import org.ohmstead.simulator.station.SampleMessages;
import org.ohmstead.simulator.station.Station;
import org.ohmstead.simulator.station.Transaction;
import org.ohmstead.simulator.station.authorization.Token;
import org.ohmstead.simulator.station.authorization.Verdict;
import org.ohmstead.simulator.station.metering.Sample;
import org.ohmstead.simulator.station.network.Mischief;

/**
 * A station to be driven step by step, by a test or a scenario. What needs the CSMS's word waits for it, up to the patience
 * (10 s of real time, unless changed); transaction messages go through the station's queue, so {@link #awaitDelivered} says
 * when they have all been answered. Connectors are numbered from 1; in 2.x they are the EVSEs.
 */
public final class SimStation {
    private final Station station;
    private Duration patience = Duration.ofSeconds(10);
    private @Nullable Token presented;

    SimStation(Station station) {
        this.station = station;
    }

    public String identity() {
        return station.identity();
    }

    /** The station behind this, for what has no short name here. */
    public Station station() {
        return station;
    }

    public SimStation patience(Duration patience) {
        this.patience = patience;
        return this;
    }

    /** Dials and boots; fails when the handshake does. */
    public Registration.Status connect() {
        return await(station.lifecycle().connect(), "no answer to the BootNotification");
    }

    /** Dials again after {@link #loseConnection}; what has been queued is sent. */
    public Registration.Status reconnect() {
        return connect();
    }

    /** Breaks the connection without a word; the station does not dial again by itself. */
    public void loseConnection() {
        station.loseConnection();
    }

    /** Closes the connection politely; the station does not dial again by itself. */
    public void disconnect() {
        station.disconnect();
    }

    public boolean isConnected() {
        return station.connection().isUp();
    }

    /** Connected and accepted. */
    public boolean isReady() {
        return station.isReady();
    }

    public void plugIn(int connector) {
        station.charging().plug(outlet(connector));
    }

    public void unplug(int connector) {
        station.charging().unplug(outlet(connector));
    }

    /** Asks the CSMS about a token, or the station itself while there is no connection; {@link #start} uses it. */
    public Verdict authorize(String token) {
        return authorize(new Token(token));
    }

    public Verdict authorize(Token token) {
        Verdict verdict = await(station.charging().authorize(token), "no answer to Authorize");
        presented = verdict.token();
        return verdict;
    }

    /** Starts charging at a connector, for the token that was authorized last; without a cable it waits for one. */
    public void start(int connector) {
        Token token = presented;
        if (token == null) {
            throw new IllegalStateException(identity() + ": authorize a token first");
        }
        if (!station.charging().start(outlet(connector), token, TriggerReason.Authorized, null)) {
            throw new IllegalStateException(identity() + ": connector " + connector + " cannot start now");
        }
    }

    /** Ends the transaction by the driver's hand. */
    public void stop(int connector) {
        stop(connector, TriggerReason.StopAuthorized, Reason.Local);
    }

    public void stop(int connector, TriggerReason trigger, Reason reason) {
        Outlet outlet = outlet(connector);
        Transaction running = outlet.transaction();
        Token stopper = reason == Reason.Local && running != null ? running.token() : null;
        station.charging().stop(outlet, trigger, reason, stopper);
    }

    /** Sends a meter value now; what it shows. */
    public Sample meter(int connector) {
        return station.charging().meter(outlet(connector), TriggerReason.MeterValuePeriodic);
    }

    /** Switches off and on again. */
    public void reboot() {
        station.lifecycle().reboot(BootReason.LocalReset, Reason.Reboot, false);
    }

    public Optional<Transaction> transaction(int connector) {
        return Optional.ofNullable(outlet(connector).transaction());
    }

    /** The import register of a connector's meter, in Wh. */
    public double registerWh(int connector) {
        return station.charging().measure(outlet(connector)).registerWh();
    }

    /** Sends any CALL of the station's version, accepted or not, and waits for what becomes of it. */
    public <R extends OcppResult> Outcome<R> send(OcppCall<R> request) {
        return await(station.call(request), "nothing became of " + request.getClass());
    }

    /** Sends a plausible message of an action; the outcome of a SEND is {@code empty}. */
    public Optional<Outcome<? extends OcppResult>> send(String action) {
        return sendAny(sample(action));
    }

    /** Sends a CALL or SEND, whichever the record is. */
    public Optional<Outcome<? extends OcppResult>> sendAny(Record message) {
        if (message instanceof OcppSend send) {
            station.send(send);
            return Optional.empty();
        }
        return Optional.of(send((OcppCall<?>) message));
    }

    /** A plausible request for an action that stations send. */
    public Record sample(String action) {
        return samples().fromStation(action);
    }

    /** Plausible messages about what runs here now. */
    public SampleMessages samples() {
        Transaction running = station.outlets().getFirst().transaction();
        String id = "1";
        if (running != null) {
            Long number = running.number();
            id = number == null ? running.id() : String.valueOf(number);
        } else if (station.protocol().version().isV2()) {
            id = "SAMPLE-" + station.identity();
        }
        Token token = presented;
        return new SampleMessages(
                station.protocol().version(),
                station.time().now(),
                id.length() > 36 ? id.substring(0, 36) : id,
                token == null ? "SAMPLE" : token.value());
    }

    /** Sends a text as it is, whatever it is. */
    public void raw(String text) {
        station.rawSend(text);
    }

    /** Sends frames one after the other without waiting for answers; the answers by their ids, as texts. */
    public List<CompletableFuture<String>> pipeline(List<String> frames) {
        return frames.stream().map(station::rawAsk).toList();
    }

    public Mischief mischief() {
        return station.mischief();
    }

    public Deliveries deliveries() {
        return station.deliveries();
    }

    /** Waits until every transaction message has been answered or given up. */
    public void awaitDelivered() {
        await(() -> station.queue().size() == 0, "transaction messages are still waiting");
    }

    /** Waits until the station is connected and accepted. */
    public void awaitReady() {
        await(station::isReady, "the station is not accepted");
    }

    /** Waits until something is so. */
    public void await(BooleanSupplier what, String otherwise) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!what.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(identity() + ": " + otherwise + " after " + patience);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(identity() + ": interrupted", e);
            }
        }
    }

    private <T> T await(CompletableFuture<T> future, String otherwise) {
        try {
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new IllegalStateException(identity() + ": " + otherwise + " in " + patience, late);
        } catch (ExecutionException | CompletionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            throw new IllegalStateException(cause.getMessage(), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(identity() + ": interrupted", e);
        }
    }

    private Outlet outlet(int connector) {
        return station.outlet(connector)
                .orElseThrow(() -> new IllegalArgumentException(identity() + " has no connector " + connector
                        + ", only 1 to " + station.outlets().size()));
    }
}
