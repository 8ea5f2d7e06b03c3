package org.ohmstead.simulator.v2;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.v2.BootNotification.BootReason;
import org.ohmstead.ocpp.v2.CertificateSigningUse;
import org.ohmstead.ocpp.v2.Evse;
import org.ohmstead.ocpp.v2.FirmwareStatusNotification;
import org.ohmstead.ocpp.v2.Heartbeat;
import org.ohmstead.ocpp.v2.LogStatusNotification;
import org.ohmstead.ocpp.v2.PublishFirmwareStatusNotification;
import org.ohmstead.ocpp.v2.TransactionEvent.TriggerReason;
import org.ohmstead.ocpp.v2.TriggerMessage;
import org.ohmstead.ocpp.v2.TriggerMessage.TriggerMessageStatus;
import org.ohmstead.simulator.station.Outlet;
import org.ohmstead.simulator.station.Registration;
import org.ohmstead.simulator.station.Station;

/** Messages on demand (F06). */
final class Trigger2 {
    private final Protocol2 cs;
    private final Station station;
    private final List<Outlet> outlets;

    private Trigger2(Protocol2 cs, @Nullable Evse evse) {
        this.cs = cs;
        this.station = cs.station();
        this.outlets = evse == null || evse.id() == 0
                ? station.outlets()
                : station.outlet(evse.id()).stream().toList();
    }

    static TriggerMessage.Response trigger(Protocol2 cs, TriggerMessage.Request request) {
        return new TriggerMessage.Response(new Trigger2(cs, request.evse()).answer(request));
    }

    private TriggerMessageStatus answer(TriggerMessage.Request request) {
        if (outlets.isEmpty()) {
            return TriggerMessageStatus.Rejected;
        }
        return switch (request.requestedMessage()) {
            case BootNotification -> boot();
            case LogStatusNotification -> later(cs.maintenance().logStatus());
            case FirmwareStatusNotification -> later(cs.maintenance().firmwareStatus());
            case PublishFirmwareStatusNotification -> later(cs.maintenance().publishStatus());
            case Heartbeat -> later(new Heartbeat.Request());
            case MeterValues -> {
                station.afterAnswer(() -> outlets.forEach(
                        outlet -> cs.meterValues(outlet, station.charging().measure(outlet))));
                yield TriggerMessageStatus.Accepted;
            }
            case StatusNotification -> {
                station.afterAnswer(() -> outlets.forEach(
                        outlet -> station.call(cs.availability().message(outlet, station.state(outlet)))));
                yield TriggerMessageStatus.Accepted;
            }
            case TransactionEvent -> transactionEvent();
            case SignChargingStationCertificate -> sign(CertificateSigningUse.ChargingStationCertificate);
            case SignCombinedCertificate -> sign(null);
            case SignV2GCertificate -> sign(CertificateSigningUse.V2GCertificate);
            case SignV2G20Certificate -> sign(CertificateSigningUse.V2G20Certificate);
            case CustomTrigger -> TriggerMessageStatus.NotImplemented;
        };
    }

    /** Not once it is accepted (F06.FR.17). */
    private TriggerMessageStatus boot() {
        if (station.lifecycle().registration() == Registration.Status.ACCEPTED) {
            return TriggerMessageStatus.Rejected;
        }
        station.afterAnswer(() -> station.lifecycle().boot(BootReason.Triggered));
        return TriggerMessageStatus.Accepted;
    }

    private TriggerMessageStatus transactionEvent() {
        List<Outlet> running =
                outlets.stream().filter(one -> one.transaction() != null).toList();
        if (running.isEmpty()) {
            return TriggerMessageStatus.Rejected;
        }
        station.afterAnswer(() -> running.forEach(outlet -> station.charging().meter(outlet, TriggerReason.Trigger)));
        return TriggerMessageStatus.Accepted;
    }

    private TriggerMessageStatus sign(@Nullable CertificateSigningUse use) {
        return later(Security2.request(cs, use));
    }

    /** Sent whether or not the station is accepted: what was asked for may pass while it is pending. */
    private TriggerMessageStatus later(OcppCall<?> message) {
        station.afterAnswer(() -> station.call(message));
        return TriggerMessageStatus.Accepted;
    }

    static LogStatusNotification.Request logStatus(
            LogStatusNotification.UploadLogStatus status, @Nullable Integer request) {
        return new LogStatusNotification.Request(status, request, null);
    }

    static FirmwareStatusNotification.Request firmwareStatus(
            FirmwareStatusNotification.FirmwareStatus status, @Nullable Integer request) {
        return new FirmwareStatusNotification.Request(status, request, null);
    }

    static PublishFirmwareStatusNotification.Request publishStatus(
            PublishFirmwareStatusNotification.PublishFirmwareStatus status, @Nullable Integer request) {
        return new PublishFirmwareStatusNotification.Request(status, null, request, null);
    }
}
