package org.ohmstead.simulator.v2;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.CallerOf;
import org.ohmstead.ocpp.rpc.LinkEngine;
import org.ohmstead.ocpp.rpc.LinkObserver;
import org.ohmstead.ocpp.rpc.LinkSettings;
import org.ohmstead.ocpp.rpc.OcppLink;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.rpc.Wire;
import org.ohmstead.ocpp.v2.Authorize;
import org.ohmstead.ocpp.v2.BootNotification;
import org.ohmstead.ocpp.v2.BootNotification.BootReason;
import org.ohmstead.ocpp.v2.CostDetails;
import org.ohmstead.ocpp.v2.Heartbeat;
import org.ohmstead.ocpp.v2.IdToken;
import org.ohmstead.ocpp.v2.IdTokenInfo;
import org.ohmstead.ocpp.v2.MeterValues;
import org.ohmstead.ocpp.v2.ReadingContext;
import org.ohmstead.ocpp.v2.ReservationStatusUpdate;
import org.ohmstead.ocpp.v2.TransactionEvent.TriggerReason;
import org.ohmstead.simulator.station.Certificates;
import org.ohmstead.simulator.station.Configuration;
import org.ohmstead.simulator.station.Outlet;
import org.ohmstead.simulator.station.OutletState;
import org.ohmstead.simulator.station.Protocol;
import org.ohmstead.simulator.station.Registration;
import org.ohmstead.simulator.station.Station;
import org.ohmstead.simulator.station.Transaction;
import org.ohmstead.simulator.station.authorization.Reservations;
import org.ohmstead.simulator.station.authorization.Token;
import org.ohmstead.simulator.station.authorization.Verdict;
import org.ohmstead.simulator.station.metering.Sample;
import org.ohmstead.simulator.station.network.Destinations.Destination;

/** What happens at a station, in the words of 2.0.1 and 2.1. */
public final class Protocol2 implements Protocol {
    private final Station station;
    private final Configuration model;
    private final Certificates certificates = new Certificates();
    private final TransactionEvents2 events;
    private final Availability2 availability;
    private final Monitoring2 monitoring;
    private final Maintenance2 maintenance;
    private final Display2 display;
    private final Tariffs21 tariffs;
    private final Der21 der;
    private final Services21 services;
    private final Networks2 networks;

    public Protocol2(Station station) {
        this.station = station;
        this.model = DeviceModel2.of(station.options());
        this.events = new TransactionEvents2(station, model);
        this.availability = new Availability2(this);
        this.monitoring = new Monitoring2(this);
        this.maintenance = new Maintenance2(this);
        this.display = new Display2(this);
        this.tariffs = new Tariffs21(this);
        this.der = new Der21(this);
        this.services = new Services21(this);
        this.networks = new Networks2(this);
    }

    Station station() {
        return station;
    }

    Certificates certificates() {
        return certificates;
    }

    TransactionEvents2 events() {
        return events;
    }

    Availability2 availability() {
        return availability;
    }

    Monitoring2 monitoring() {
        return monitoring;
    }

    Maintenance2 maintenance() {
        return maintenance;
    }

    Display2 display() {
        return display;
    }

    Tariffs21 tariffs() {
        return tariffs;
    }

    Der21 der() {
        return der;
    }

    Services21 services() {
        return services;
    }

    Networks2 networks() {
        return networks;
    }

    @Override
    public OcppVersion version() {
        return station.options().version();
    }

    @Override
    public OcppLink<?> link(Wire wire, LinkSettings settings, LinkEngine engine, LinkObserver observer) {
        return new OcppLink<>(CallerOf.always(this), Routes2.of(version()), settings, wire, engine, observer);
    }

    @Override
    public Configuration configuration() {
        return model;
    }

    @Override
    public List<Destination> destinations() {
        return networks.order();
    }

    @Override
    public CompletableFuture<Registration> boot(BootReason reason) {
        String serial = "SIM" + Integer.toHexString(station.identity().hashCode());
        BootNotification.ChargingStation self = new BootNotification.ChargingStation(
                station.options().dc() ? "Virtual DC" : "Virtual AC", "Ohmstead", serial, null, maintenance.firmware());
        return station.call(new BootNotification.Request(self, reason)).thenApply(outcome -> {
            if (!(outcome instanceof Outcome.Answered<BootNotification.Response> answered)) {
                return new Registration(Registration.Status.NONE, Duration.ZERO);
            }
            BootNotification.Response answer = answered.response();
            Registration.Status status =
                    switch (answer.status()) {
                        case Accepted -> Registration.Status.ACCEPTED;
                        case Pending -> Registration.Status.PENDING;
                        case Rejected -> Registration.Status.REJECTED;
                    };
            return new Registration(status, Duration.ofSeconds(answer.interval()));
        });
    }

    @Override
    public void heartbeat() {
        station.say(new Heartbeat.Request());
    }

    @Override
    public void report(Outlet outlet, OutletState state) {
        station.say(availability.message(outlet, state));
    }

    @Override
    public void reportStation() {
        // 2.x tells connectors; the station's own state is in its device model.
    }

    @Override
    public CompletableFuture<Optional<Verdict>> authorize(Token token) {
        return station.call(new Authorize.Request(idToken(token)))
                .thenApply(outcome -> outcome instanceof Outcome.Answered<Authorize.Response> answered
                        ? Optional.of(verdict(token, answered.response().idTokenInfo()))
                        : Optional.empty());
    }

    static IdToken idToken(Token token) {
        return new IdToken(token.value(), token.kind());
    }

    static Token token(IdToken token, @Nullable IdToken group) {
        return new Token(token.idToken(), token.type(), group == null ? null : group.idToken());
    }

    static Verdict verdict(Token token, IdTokenInfo info) {
        IdToken group = info.groupIdToken();
        return new Verdict(info.status().name(), token.withGroup(group == null ? null : group.idToken()));
    }

    @Override
    public void started(Outlet outlet, Transaction transaction, TriggerReason trigger, Sample sample) {
        transaction.tariff(tariffs.of(outlet));
        events.started(outlet, transaction, trigger, sample);
    }

    @Override
    public void updated(Outlet outlet, Transaction transaction, TriggerReason trigger, @Nullable Sample sample) {
        events.updated(outlet, transaction, trigger, sample);
    }

    @Override
    public void ended(Outlet outlet, Transaction transaction, Ending ending, Sample sample) {
        CostDetails cost = tariffs.cost(transaction, sample);
        events.ended(outlet, transaction, ending, sample, cost);
        services.ended(transaction, cost);
        display.ended(transaction);
    }

    @Override
    public void meterValues(Outlet outlet, Sample sample) {
        station.say(new MeterValues.Request(
                outlet.id(),
                List.of(Readings2.of(sample, ReadingContext.Trigger, model.text(DeviceModel2.MEASURANDS)))));
    }

    @Override
    public Timing timing() {
        return new Timing(
                model.seconds(DeviceModel2.HEARTBEAT),
                model.seconds(DeviceModel2.METER_INTERVAL),
                model.seconds(DeviceModel2.RETRY),
                (int) model.seconds(DeviceModel2.ATTEMPTS).toSeconds(),
                model.seconds(DeviceModel2.PLUG_TIMEOUT));
    }

    @Override
    public void heartbeatInterval(Duration interval) {
        model.change(DeviceModel2.HEARTBEAT, String.valueOf(interval.toSeconds()));
    }

    @Override
    public boolean stopsOnInvalidToken() {
        return model.flag(DeviceModel2.STOP_ON_INVALID);
    }

    @Override
    public boolean trustsOfflineTokens() {
        return model.flag(DeviceModel2.OFFLINE_UNKNOWN);
    }

    @Override
    public void expired(Reservations.Reservation reservation) {
        station.say(new ReservationStatusUpdate.Request(
                reservation.id(), ReservationStatusUpdate.ReservationUpdateStatus.Expired));
    }
}
