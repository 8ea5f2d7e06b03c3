package org.ohmstead.simulator.v16;

import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.routing.Routes;
import org.ohmstead.ocpp.v16.CancelReservation;
import org.ohmstead.ocpp.v16.CertificateSigned;
import org.ohmstead.ocpp.v16.ChangeAvailability;
import org.ohmstead.ocpp.v16.ChangeConfiguration;
import org.ohmstead.ocpp.v16.ClearCache;
import org.ohmstead.ocpp.v16.ClearChargingProfile;
import org.ohmstead.ocpp.v16.DataTransfer;
import org.ohmstead.ocpp.v16.DeleteCertificate;
import org.ohmstead.ocpp.v16.ExtendedTriggerMessage;
import org.ohmstead.ocpp.v16.GetCompositeSchedule;
import org.ohmstead.ocpp.v16.GetConfiguration;
import org.ohmstead.ocpp.v16.GetDiagnostics;
import org.ohmstead.ocpp.v16.GetInstalledCertificateIds;
import org.ohmstead.ocpp.v16.GetLocalListVersion;
import org.ohmstead.ocpp.v16.GetLog;
import org.ohmstead.ocpp.v16.InstallCertificate;
import org.ohmstead.ocpp.v16.RemoteStartTransaction;
import org.ohmstead.ocpp.v16.RemoteStopTransaction;
import org.ohmstead.ocpp.v16.ReserveNow;
import org.ohmstead.ocpp.v16.Reset;
import org.ohmstead.ocpp.v16.SendLocalList;
import org.ohmstead.ocpp.v16.SetChargingProfile;
import org.ohmstead.ocpp.v16.SignedUpdateFirmware;
import org.ohmstead.ocpp.v16.TriggerMessage;
import org.ohmstead.ocpp.v16.UnlockConnector;
import org.ohmstead.ocpp.v16.UpdateFirmware;

/** Which method answers which command of OCPP 1.6, in the order of its feature profiles. */
public final class Routes16 {
    /** Shared by all stations; the caller is the station. */
    static final Routes<Protocol16> ALL = Routes.<Protocol16>of(OcppVersion.V16)
            .gate((cp, action) -> cp.station().mischief().refusal(action))
            // Core
            .call(ChangeAvailability.Request.class, Core16::changeAvailability)
            .call(ChangeConfiguration.Request.class, Core16::changeConfiguration)
            .call(ClearCache.Request.class, Core16::clearCache)
            .call(DataTransfer.Request.class, Core16::dataTransfer)
            .call(GetConfiguration.Request.class, Core16::getConfiguration)
            .call(RemoteStartTransaction.Request.class, Remote16::start)
            .call(RemoteStopTransaction.Request.class, Remote16::stop)
            .call(Reset.Request.class, Core16::reset)
            .call(UnlockConnector.Request.class, Core16::unlock)
            // Firmware management
            .call(GetDiagnostics.Request.class, (cp, request) -> cp.maintenance()
                    .diagnostics(request))
            .call(UpdateFirmware.Request.class, (cp, request) -> cp.maintenance()
                    .update(request))
            // Local authorization list
            .call(GetLocalListVersion.Request.class, Lists16::version)
            .call(SendLocalList.Request.class, Lists16::send)
            // Reservation
            .call(CancelReservation.Request.class, Lists16::cancel)
            .call(ReserveNow.Request.class, Lists16::reserve)
            // Smart charging
            .call(ClearChargingProfile.Request.class, SmartCharging16::clear)
            .call(GetCompositeSchedule.Request.class, SmartCharging16::composite)
            .call(SetChargingProfile.Request.class, SmartCharging16::set)
            // Remote trigger
            .call(TriggerMessage.Request.class, Remote16::trigger)
            // Security extension
            .call(CertificateSigned.Request.class, Security16::signed)
            .call(DeleteCertificate.Request.class, Security16::delete)
            .call(ExtendedTriggerMessage.Request.class, Remote16::extendedTrigger)
            .call(GetInstalledCertificateIds.Request.class, Security16::installed)
            .call(GetLog.Request.class, (cp, request) -> cp.maintenance().log(request))
            .call(InstallCertificate.Request.class, Security16::install)
            .call(SignedUpdateFirmware.Request.class, (cp, request) -> cp.maintenance()
                    .signedUpdate(request))
            .build();

    private Routes16() {}

    public static Routes<?> routes() {
        return ALL;
    }
}
