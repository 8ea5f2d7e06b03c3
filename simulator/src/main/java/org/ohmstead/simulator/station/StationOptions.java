package org.ohmstead.simulator.station;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.simulator.station.network.ClientTls;
import org.ohmstead.simulator.station.time.ManualTime;
import org.ohmstead.simulator.station.time.StationTime;

/** What a station is like. Filled in once, then handed to a station, which does not look for later changes. */
public final class StationOptions {
    private final String identity;
    private String url = "ws://127.0.0.1:8080/ocpp";
    private @Nullable String secureUrl;
    private OcppVersion version = OcppVersion.V201;
    private @Nullable String password;
    private ClientTls tls = ClientTls.PLAIN;
    private int outlets = 1;
    private boolean dc;
    private double maxWatts = 11_000;
    private long seed = 1;
    private double speed = 1;
    private @Nullable Instant startAt;
    private @Nullable StationTime time;
    private Duration meterInterval = Duration.ofSeconds(60);
    private Duration callTimeout = Duration.ofSeconds(30);
    private Duration retryInterval = Duration.ofSeconds(60);
    private Duration reconnectAfter = Duration.ofSeconds(1);
    private boolean skipBoot;
    private boolean reconnects = true;
    private boolean statusByEvent = true;
    private boolean startsAtPlug;
    private boolean plugsOnRemoteStart;
    private boolean strict;
    private boolean keepsDeliveries = true;

    public StationOptions(String identity) {
        this.identity = identity;
    }

    public String identity() {
        return identity;
    }

    /** Without the identity, which is appended. */
    public String url() {
        return url;
    }

    public StationOptions url(String url) {
        this.url = url;
        return this;
    }

    /**
     * Where the same CSMS speaks TLS, without the identity. A 1.6 station that knows it goes there when it is told security profile 2
     * or 3, and falls back where it does not get through; 2.x is told the URL by SetNetworkProfile. Null: it only notes the profile.
     */
    public @Nullable String secureUrl() {
        return secureUrl;
    }

    public StationOptions secureUrl(@Nullable String secureUrl) {
        this.secureUrl = secureUrl;
        return this;
    }

    public OcppVersion version() {
        return version;
    }

    public StationOptions version(OcppVersion version) {
        this.version = version;
        return this;
    }

    /** HTTP Basic password, as the station sends it; null: no authentication. */
    public @Nullable String password() {
        return password;
    }

    public StationOptions password(@Nullable String password) {
        this.password = password;
        return this;
    }

    /** What it believes and shows over TLS at first. */
    public ClientTls tls() {
        return tls;
    }

    public StationOptions tls(ClientTls tls) {
        this.tls = tls;
        return this;
    }

    /** EVSEs with one connector each; connectors 1..n in 1.6. */
    public int outlets() {
        return outlets;
    }

    public StationOptions outlets(int outlets) {
        this.outlets = outlets;
        return this;
    }

    public boolean dc() {
        return dc;
    }

    public double maxWatts() {
        return maxWatts;
    }

    /** Three phases and what they give: 11 000 or 22 000 W. */
    public StationOptions ac(double watts) {
        this.dc = false;
        this.maxWatts = watts;
        return this;
    }

    public StationOptions dc(double watts) {
        this.dc = true;
        this.maxWatts = watts;
        return this;
    }

    /** What is random follows from this and the identity. */
    public long seed() {
        return seed;
    }

    public StationOptions seed(long seed) {
        this.seed = seed;
        return this;
    }

    /** How many seconds of station time pass in a second; its timestamps run ahead of ours accordingly. */
    public double speed() {
        return speed;
    }

    public StationOptions speed(double speed) {
        this.speed = speed;
        return this;
    }

    /** The station's time when it is made; null: ours. */
    public @Nullable Instant startAt() {
        return startAt;
    }

    public StationOptions startAt(Instant startAt) {
        this.startAt = startAt;
        return this;
    }

    /** A clock of the caller's, such as {@link ManualTime}; null: {@link #speed} and {@link #startAt} say. */
    public @Nullable StationTime time() {
        return time;
    }

    public StationOptions time(StationTime time) {
        this.time = time;
        return this;
    }

    /** Station time between two meter values of a transaction. */
    public Duration meterInterval() {
        return meterInterval;
    }

    public StationOptions meterInterval(Duration meterInterval) {
        this.meterInterval = meterInterval;
        return this;
    }

    /** Real time that an answer may take. */
    public Duration callTimeout() {
        return callTimeout;
    }

    public StationOptions callTimeout(Duration callTimeout) {
        this.callTimeout = callTimeout;
        return this;
    }

    /** Station time before a transaction message is sent again, times the number of attempts (1.6 §3.7.1, E13). */
    public Duration retryInterval() {
        return retryInterval;
    }

    public StationOptions retryInterval(Duration retryInterval) {
        this.retryInterval = retryInterval;
        return this;
    }

    /** Real time before the first try to reconnect; doubled up to 64 times, with a random share. */
    public Duration reconnectAfter() {
        return reconnectAfter;
    }

    public StationOptions reconnectAfter(Duration reconnectAfter) {
        this.reconnectAfter = reconnectAfter;
        return this;
    }

    /** Sends no BootNotification and considers itself accepted, as some stations do after a change of the CSMS. */
    public boolean skipBoot() {
        return skipBoot;
    }

    public StationOptions skipBoot(boolean skipBoot) {
        this.skipBoot = skipBoot;
        return this;
    }

    /** Dials again by itself when the connection breaks. */
    public boolean reconnects() {
        return reconnects;
    }

    public StationOptions reconnects(boolean reconnects) {
        this.reconnects = reconnects;
        return this;
    }

    /** 2.1: tells connector states by NotifyEvent(AvailabilityState) instead of StatusNotification. */
    public boolean statusByEvent() {
        return statusByEvent;
    }

    public StationOptions statusByEvent(boolean statusByEvent) {
        this.statusByEvent = statusByEvent;
        return this;
    }

    /** 2.x: a transaction begins when the cable is plugged in (TxStartPoint EVConnected), not when power may flow. */
    public boolean startsAtPlug() {
        return startsAtPlug;
    }

    public StationOptions startsAtPlug(boolean startsAtPlug) {
        this.startsAtPlug = startsAtPlug;
        return this;
    }

    /** A car is there as soon as somebody starts remotely: for people who have no cable to plug in. */
    public boolean plugsOnRemoteStart() {
        return plugsOnRemoteStart;
    }

    public StationOptions plugsOnRemoteStart(boolean plugsOnRemoteStart) {
        this.plugsOnRemoteStart = plugsOnRemoteStart;
        return this;
    }

    /** Refuses everything of the CSMS that differs from the schema. */
    public boolean strict() {
        return strict;
    }

    public StationOptions strict(boolean strict) {
        this.strict = strict;
        return this;
    }

    /** Whether {@link Deliveries} are kept; for a test it should, for days of load it must not. */
    public boolean keepsDeliveries() {
        return keepsDeliveries;
    }

    public StationOptions keepsDeliveries(boolean keepsDeliveries) {
        this.keepsDeliveries = keepsDeliveries;
        return this;
    }
}
