package org.ohmstead.simulator.station;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.v2.TransactionEvent.ChargingState;
import org.ohmstead.ocpp.v2.TransactionEvent.TransactionLimit;
import org.ohmstead.simulator.station.authorization.Token;

/** A transaction at an outlet. The words are those of 2.x; 1.6 has fewer of them. */
public final class Transaction {
    private final String id;
    private final Instant startedAt;
    private final double startWh;
    private @Nullable Token token;
    private @Nullable Instant chargingSince;
    private ChargingState chargingState = ChargingState.EVConnected;
    private volatile @Nullable Long number;
    private @Nullable Integer remoteStartId;
    private @Nullable Integer reservation;
    private @Nullable TransactionLimit limit;
    private @Nullable String tariff;
    private int nextSeqNo;
    private boolean deauthorized;
    private boolean limitReached;
    private boolean priority;

    Transaction(String id, Instant startedAt, double startWh) {
        this.id = id;
        this.startedAt = startedAt;
        this.startWh = startWh;
    }

    /** Of 2.x, where the station chooses it; in 1.6 a name for ourselves. */
    public String id() {
        return id;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public double startWh() {
        return startWh;
    }

    /** Who started it; null while nobody has authorized. */
    public @Nullable Token token() {
        return token;
    }

    public void token(Token token) {
        this.token = token;
    }

    /** When power began to be offered; null: not yet. */
    @Nullable
    Instant chargingSince() {
        return chargingSince;
    }

    void chargingSince(Instant at) {
        this.chargingSince = at;
    }

    public ChargingState chargingState() {
        return chargingState;
    }

    void chargingState(ChargingState state) {
        this.chargingState = state;
    }

    /** 1.6: the transactionId that the CSMS gave; null while it has not. */
    public @Nullable Long number() {
        return number;
    }

    public void number(long number) {
        this.number = number;
    }

    public @Nullable Integer remoteStartId() {
        return remoteStartId;
    }

    void remoteStartId(@Nullable Integer id) {
        this.remoteStartId = id;
    }

    public @Nullable Integer reservation() {
        return reservation;
    }

    void reservation(@Nullable Integer id) {
        this.reservation = id;
    }

    /** 2.1: when to suspend, as the CSMS has set it (E16). */
    public @Nullable TransactionLimit limit() {
        return limit;
    }

    public void limit(TransactionLimit limit) {
        this.limit = limit;
    }

    /** 2.1: the tariff in use. */
    public @Nullable String tariff() {
        return tariff;
    }

    public void tariff(@Nullable String tariff) {
        this.tariff = tariff;
    }

    public int takeSeqNo() {
        return nextSeqNo++;
    }

    /** The CSMS refused its token: no energy any more. */
    boolean deauthorized() {
        return deauthorized;
    }

    void deauthorize() {
        this.deauthorized = true;
    }

    /** Energy, time or state of charge has come to the {@link #limit}. */
    boolean limitReached() {
        return limitReached;
    }

    void limitReached(boolean reached) {
        this.limitReached = reached;
    }

    /** No energy may flow, whatever the profiles say. */
    boolean blocked() {
        return deauthorized || limitReached;
    }

    /** 2.1: priority charging is active (K21). */
    public boolean priority() {
        return priority;
    }

    public void priority(boolean priority) {
        this.priority = priority;
    }
}
