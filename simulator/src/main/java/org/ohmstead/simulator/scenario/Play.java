package org.ohmstead.simulator.scenario;

import java.io.PrintStream;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v2.TransactionEvent.Reason;
import org.ohmstead.ocpp.v2.TransactionEvent.TriggerReason;
import org.ohmstead.simulator.fleet.SimStation;
import org.ohmstead.simulator.station.OutletState;
import org.ohmstead.simulator.station.Profile;
import org.ohmstead.simulator.station.Registration;
import org.ohmstead.simulator.station.Transaction;

/** A scenario that is being played: its station, and what its steps have found. */
public final class Play {
    /** External constraints have ids of their own, which may be negative (K01.FR.80). */
    private static final int OWN_LIMIT = -1;

    private final SimStation station;
    private final String token;
    private int connector = 1;
    private String verdict = "none";
    private @Nullable Outcome<? extends OcppResult> outcome;
    private double lastEnergyWh;

    /**
     * @param token where a step names none
     */
    public Play(SimStation station, String token) {
        this.station = station;
        this.token = token;
    }

    /** Plays it to its end, or to the first step that fails. */
    public void play(Scenario scenario, PrintStream out) throws InterruptedException {
        for (Scenario.Step step : scenario.steps()) {
            out.println(station.station().time().now() + "  " + step.text());
            try {
                step.deed().in(this);
            } catch (IllegalStateException failed) {
                throw new ScenarioFailure(scenario.file(), step.line(), step.text() + ": " + failed.getMessage());
            }
        }
    }

    SimStation station() {
        return station;
    }

    String token() {
        return token;
    }

    /** The one that was used last. */
    int connector() {
        return connector;
    }

    int use(int number) {
        connector = number;
        return number;
    }

    void boot() {
        Registration.Status status = station.connect();
        if (status == Registration.Status.REJECTED) {
            throw new IllegalStateException("the CSMS has rejected the station");
        }
        station.awaitReady();
    }

    void plug(int number) {
        station.plugIn(number);
    }

    void authorize(String value) {
        verdict = station.authorize(value).status();
    }

    void start(int number) {
        station.start(number);
    }

    void meter(int number) {
        station.meter(number);
    }

    void stop(int number, TriggerReason trigger, Reason reason) {
        lastEnergyWh = energyWh(number);
        station.stop(number, trigger, reason);
    }

    void unplug(int number) {
        lastEnergyWh = energyWh(number);
        station.unplug(number);
    }

    /** Lets time pass at a limit of the car's own. */
    void charge(Duration time, @Nullable Double watts) throws InterruptedException {
        if (watts != null) {
            Profile.Schedule schedule = new Profile.Schedule(
                    Profile.Kind.ABSOLUTE, true, List.of(new Profile.Period(Duration.ZERO, watts, 3)), null, null);
            Profile.Scope scope = new Profile.Scope(connector, null, null, null);
            limit(new Profile(OWN_LIMIT, 0, Profile.Purpose.EXTERNAL, schedule, scope, scope));
        }
        pause(time);
        if (watts != null) {
            limit(null);
        }
    }

    /** Breaks the connection; with a time it comes back after it. */
    void lose(@Nullable Duration time) throws InterruptedException {
        station.loseConnection();
        if (time != null) {
            pause(time);
            reconnect();
        }
    }

    void reconnect() {
        station.reconnect();
        station.awaitReady();
    }

    void reboot() {
        station.reboot();
        station.await(() -> !station.isReady(), "the station did not go down");
        station.awaitReady();
    }

    void send(Record message) {
        outcome = station.sendAny(message).orElse(null);
    }

    /** Station time. */
    void pause(Duration time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(
                (long) (time.toNanos() / station.station().options().speed()));
    }

    OutletState state(int number) {
        return station.station().outlet(number).map(station.station()::state).orElseThrow();
    }

    String verdict() {
        return verdict;
    }

    /** Of the last message sent: answered, unreadable, refused, timedOut, notConnected, connectionLost, busy, notSupported. */
    String outcome() {
        return switch (outcome) {
            case null -> "none";
            case Outcome.Answered<?> answered -> "answered";
            case Outcome.Unreadable<?> odd -> "unreadable";
            case Outcome.Refused<?> refused -> "refused";
            case Outcome.TimedOut<?> late -> "timedOut";
            case Outcome.NotConnected<?> away -> "notConnected";
            case Outcome.ConnectionLost<?> lost -> "connectionLost";
            case Outcome.Busy<?> busy -> "busy";
            case Outcome.NotSupported<?> unsupported -> "notSupported";
        };
    }

    /** The field of that name in the last answer. */
    String answerStatus() {
        if (!(outcome instanceof Outcome.Answered<?> answered)) {
            return outcome();
        }
        Record response = (Record) answered.response();
        for (RecordComponent component : response.getClass().getRecordComponents()) {
            if (component.getName().equals("status")) {
                try {
                    return String.valueOf(component.getAccessor().invoke(response));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return "none";
    }

    double watts(int number) {
        return station.station().outlet(number).orElseThrow().watts();
    }

    double energyWh(int number) {
        Transaction running = station.transaction(number).orElse(null);
        return running == null ? lastEnergyWh : station.registerWh(number) - running.startWh();
    }

    void awaitNoMismatch(Duration time, Supplier<String> mismatch) throws InterruptedException {
        long deadline = System.nanoTime() + time.toNanos();
        String last = mismatch.get();
        while (!last.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(last);
            }
            TimeUnit.MILLISECONDS.sleep(20);
            last = mismatch.get();
        }
    }

    private void limit(@Nullable Profile profile) {
        var inner = station.station();
        synchronized (inner) {
            // What flowed until now did so under the old limit.
            inner.powerFlow().limitsChanged();
            inner.profiles().remove(one -> one.id() == OWN_LIMIT);
            if (profile != null) {
                inner.profiles().install(profile);
            }
        }
        inner.powerFlow().limitsChanged();
    }
}
