package org.ohmstead.stations.ocpp2;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.BootNotification.ChargingStation;
import org.ohmstead.ocpp.v2.BootNotification.Modem;
import org.ohmstead.ocpp.v2.BootNotification.RegistrationStatus;
import org.ohmstead.ocpp.v2.BootNotification.Request;
import org.ohmstead.ocpp.v2.BootNotification.Response;
import org.ohmstead.stations.BootFacts;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.Registration;
import org.ohmstead.stations.provisioning.BootAnswer;
import org.ohmstead.stations.provisioning.Boots;

/** B01, B02, B03: a station has started, or its facts have changed. */
@Singleton
public class BootNotification2 implements CallHandler<Caller, Request, Response> {
    private static final Modem NO_MODEM = new Modem();

    private final Boots boots;

    @Inject
    public BootNotification2(Boots boots) {
        this.boots = boots;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        ChargingStation station = call.chargingStation();
        Modem modem = station.modem() == null ? NO_MODEM : station.modem();
        BootAnswer answer = boots.boot(
                caller,
                new BootFacts(
                        station.vendorName(),
                        station.model(),
                        station.serialNumber(),
                        station.firmwareVersion(),
                        modem.iccid(),
                        modem.imsi(),
                        null,
                        null,
                        call.reason() == null ? null : call.reason().name()));
        return new Response(answer.now(), answer.intervalSeconds(), status(answer.status()));
    }

    private static RegistrationStatus status(Registration registration) {
        return switch (registration) {
            case ACCEPTED -> RegistrationStatus.Accepted;
            case PENDING -> RegistrationStatus.Pending;
            case REJECTED, NONE -> RegistrationStatus.Rejected;
        };
    }
}
