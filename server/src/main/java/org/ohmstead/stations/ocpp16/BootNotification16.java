package org.ohmstead.stations.ocpp16;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v16.BootNotification.Request;
import org.ohmstead.ocpp.v16.BootNotification.Response;
import org.ohmstead.ocpp.v16.BootNotification.Status;
import org.ohmstead.stations.BootFacts;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.Registration;
import org.ohmstead.stations.provisioning.BootAnswer;
import org.ohmstead.stations.provisioning.Boots;

/** OCPP 1.6 §4.2: a station has started. Its identity need not be one of its serial numbers (field note 81). */
@Singleton
public class BootNotification16 implements CallHandler<Caller, Request, Response> {
    private final Boots boots;

    @Inject
    public BootNotification16(Boots boots) {
        this.boots = boots;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        BootAnswer answer = boots.boot(
                caller,
                new BootFacts(
                        call.chargePointVendor(),
                        call.chargePointModel(),
                        first(call.chargePointSerialNumber(), call.chargeBoxSerialNumber()),
                        call.firmwareVersion(),
                        call.iccid(),
                        call.imsi(),
                        call.meterType(),
                        call.meterSerialNumber(),
                        null));
        return new Response(status(answer.status()), answer.now(), answer.intervalSeconds());
    }

    private static @Nullable String first(@Nullable String serial, @Nullable String otherwise) {
        return serial == null || serial.isBlank() ? otherwise : serial;
    }

    private static Status status(Registration registration) {
        return switch (registration) {
            case ACCEPTED -> Status.Accepted;
            case PENDING -> Status.Pending;
            case REJECTED, NONE -> Status.Rejected;
        };
    }
}
