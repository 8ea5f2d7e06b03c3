package org.ohmstead.simulator.v2;

import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.routing.Routes;
import org.ohmstead.ocpp.v2.AFRRSignal;
import org.ohmstead.ocpp.v2.AdjustPeriodicEventStream;
import org.ohmstead.ocpp.v2.CancelReservation;
import org.ohmstead.ocpp.v2.CertificateSigned;
import org.ohmstead.ocpp.v2.ChangeAvailability;
import org.ohmstead.ocpp.v2.ChangeTransactionTariff;
import org.ohmstead.ocpp.v2.ClearCache;
import org.ohmstead.ocpp.v2.ClearChargingProfile;
import org.ohmstead.ocpp.v2.ClearDERControl;
import org.ohmstead.ocpp.v2.ClearDisplayMessage;
import org.ohmstead.ocpp.v2.ClearTariffs;
import org.ohmstead.ocpp.v2.ClearVariableMonitoring;
import org.ohmstead.ocpp.v2.CostUpdated;
import org.ohmstead.ocpp.v2.CustomerInformation;
import org.ohmstead.ocpp.v2.DataTransfer;
import org.ohmstead.ocpp.v2.DeleteCertificate;
import org.ohmstead.ocpp.v2.GetBaseReport;
import org.ohmstead.ocpp.v2.GetChargingProfiles;
import org.ohmstead.ocpp.v2.GetCompositeSchedule;
import org.ohmstead.ocpp.v2.GetDERControl;
import org.ohmstead.ocpp.v2.GetDisplayMessages;
import org.ohmstead.ocpp.v2.GetInstalledCertificateIds;
import org.ohmstead.ocpp.v2.GetLocalListVersion;
import org.ohmstead.ocpp.v2.GetLog;
import org.ohmstead.ocpp.v2.GetMonitoringReport;
import org.ohmstead.ocpp.v2.GetPeriodicEventStream;
import org.ohmstead.ocpp.v2.GetReport;
import org.ohmstead.ocpp.v2.GetTariffs;
import org.ohmstead.ocpp.v2.GetTransactionStatus;
import org.ohmstead.ocpp.v2.GetVariables;
import org.ohmstead.ocpp.v2.InstallCertificate;
import org.ohmstead.ocpp.v2.NotifyAllowedEnergyTransfer;
import org.ohmstead.ocpp.v2.NotifyWebPaymentStarted;
import org.ohmstead.ocpp.v2.PublishFirmware;
import org.ohmstead.ocpp.v2.RequestBatterySwap;
import org.ohmstead.ocpp.v2.RequestStartTransaction;
import org.ohmstead.ocpp.v2.RequestStopTransaction;
import org.ohmstead.ocpp.v2.ReserveNow;
import org.ohmstead.ocpp.v2.Reset;
import org.ohmstead.ocpp.v2.SendLocalList;
import org.ohmstead.ocpp.v2.SetChargingProfile;
import org.ohmstead.ocpp.v2.SetDERControl;
import org.ohmstead.ocpp.v2.SetDefaultTariff;
import org.ohmstead.ocpp.v2.SetDisplayMessage;
import org.ohmstead.ocpp.v2.SetMonitoringBase;
import org.ohmstead.ocpp.v2.SetMonitoringLevel;
import org.ohmstead.ocpp.v2.SetNetworkProfile;
import org.ohmstead.ocpp.v2.SetVariableMonitoring;
import org.ohmstead.ocpp.v2.SetVariables;
import org.ohmstead.ocpp.v2.TriggerMessage;
import org.ohmstead.ocpp.v2.UnlockConnector;
import org.ohmstead.ocpp.v2.UnpublishFirmware;
import org.ohmstead.ocpp.v2.UpdateDynamicSchedule;
import org.ohmstead.ocpp.v2.UpdateFirmware;
import org.ohmstead.ocpp.v2.UsePriorityCharging;

/** Which method answers which command of OCPP 2.0.1 and 2.1, by functional block. */
public final class Routes2 {
    private static final Routes<Protocol2> V201 = v201(OcppVersion.V201).build();
    private static final Routes<Protocol2> V21 = v21().build();

    private Routes2() {}

    /** Shared by all stations of the version; the caller is the station. */
    static Routes<Protocol2> of(OcppVersion version) {
        return version == OcppVersion.V21 ? V21 : V201;
    }

    public static Routes<?> routes(OcppVersion version) {
        return of(version);
    }

    private static Routes.Builder<Protocol2> v201(OcppVersion version) {
        Routes.Builder<Protocol2> routes = Routes.<Protocol2>of(version)
                .gate((cs, action) -> cs.station().mischief().refusal(action));
        control(routes);
        service(routes);
        return routes;
    }

    /** What makes a station charge, and lets it. */
    private static void control(Routes.Builder<Protocol2> routes) {
        routes
                // B Provisioning
                .call(GetBaseReport.Request.class, Provisioning2::baseReport)
                .call(GetReport.Request.class, Provisioning2::report)
                .call(GetVariables.Request.class, Provisioning2::get)
                .call(SetVariables.Request.class, Provisioning2::set)
                .call(SetNetworkProfile.Request.class, (cs, request) -> cs.networks()
                        .set(request))
                .call(Reset.Request.class, Remote2::reset)
                // A, M Security and certificates
                .call(CertificateSigned.Request.class, Security2::signed)
                .call(DeleteCertificate.Request.class, Security2::delete)
                .call(GetInstalledCertificateIds.Request.class, Security2::installed)
                .call(InstallCertificate.Request.class, Security2::install)
                // C, D Authorization
                .call(ClearCache.Request.class, Lists2::clearCache)
                .call(GetLocalListVersion.Request.class, Lists2::version)
                .call(SendLocalList.Request.class, Lists2::send)
                // E, F Transactions and remote control
                .call(GetTransactionStatus.Request.class, Remote2::status)
                .call(RequestStartTransaction.Request.class, Remote2::start)
                .call(RequestStopTransaction.Request.class, Remote2::stop)
                .call(TriggerMessage.Request.class, Trigger2::trigger)
                .call(UnlockConnector.Request.class, Remote2::unlock)
                // G, H Availability and reservation
                .call(ChangeAvailability.Request.class, (cs, request) -> cs.availability()
                        .change(request))
                .call(CancelReservation.Request.class, Lists2::cancel)
                .call(ReserveNow.Request.class, Lists2::reserve);
    }

    /** What goes on around the charging. */
    private static void service(Routes.Builder<Protocol2> routes) {
        routes
                // I, O, P Cost, display, data transfer
                .call(CostUpdated.Request.class, (cs, request) -> cs.display().cost(request))
                .call(ClearDisplayMessage.Request.class, (cs, request) -> cs.display()
                        .clear(request))
                .call(GetDisplayMessages.Request.class, (cs, request) -> cs.display()
                        .get(request))
                .call(SetDisplayMessage.Request.class, (cs, request) -> cs.display()
                        .set(request))
                .call(DataTransfer.Request.class, (cs, request) -> cs.display().transfer(request))
                // K Smart charging
                .call(ClearChargingProfile.Request.class, SmartCharging2::clear)
                .call(GetChargingProfiles.Request.class, SmartCharging2::get)
                .call(GetCompositeSchedule.Request.class, SmartCharging2::composite)
                .call(SetChargingProfile.Request.class, SmartCharging2::set)
                // L Firmware
                .call(PublishFirmware.Request.class, (cs, request) -> cs.maintenance()
                        .publish(request))
                .call(UnpublishFirmware.Request.class, (cs, request) -> cs.maintenance()
                        .unpublish(request))
                .call(UpdateFirmware.Request.class, (cs, request) -> cs.maintenance()
                        .update(request))
                // N Diagnostics
                .call(ClearVariableMonitoring.Request.class, (cs, request) -> cs.monitoring()
                        .clear(request))
                .call(CustomerInformation.Request.class, (cs, request) -> cs.display()
                        .customer(request))
                .call(GetLog.Request.class, (cs, request) -> cs.maintenance().log(request))
                .call(GetMonitoringReport.Request.class, (cs, request) -> cs.monitoring()
                        .report(request))
                .call(SetMonitoringBase.Request.class, (cs, request) -> cs.monitoring()
                        .base(request))
                .call(SetMonitoringLevel.Request.class, (cs, request) -> cs.monitoring()
                        .level(request))
                .call(SetVariableMonitoring.Request.class, (cs, request) -> cs.monitoring()
                        .set(request));
    }

    private static Routes.Builder<Protocol2> v21() {
        return v201(OcppVersion.V21)
                // C Payment
                .call(NotifyWebPaymentStarted.Request.class, (cs, request) -> cs.services()
                        .payment(request))
                // I Tariffs
                .call(ChangeTransactionTariff.Request.class, (cs, request) -> cs.tariffs()
                        .change(request))
                .call(ClearTariffs.Request.class, (cs, request) -> cs.tariffs().clear(request))
                .call(GetTariffs.Request.class, (cs, request) -> cs.tariffs().get(request))
                .call(SetDefaultTariff.Request.class, (cs, request) -> cs.tariffs()
                        .set(request))
                // K, Q Smart and bidirectional charging
                .call(AFRRSignal.Request.class, SmartCharging21::signal)
                .call(NotifyAllowedEnergyTransfer.Request.class, SmartCharging21::transfer)
                .call(UpdateDynamicSchedule.Request.class, SmartCharging21::update)
                .call(UsePriorityCharging.Request.class, SmartCharging21::priority)
                // N Event streams
                .call(AdjustPeriodicEventStream.Request.class, (cs, request) -> cs.monitoring()
                        .adjust(request))
                .call(GetPeriodicEventStream.Request.class, (cs, request) -> cs.monitoring()
                        .streams(request))
                // R Grid controls
                .call(ClearDERControl.Request.class, (cs, request) -> cs.der().clear(request))
                .call(GetDERControl.Request.class, (cs, request) -> cs.der().get(request))
                .call(SetDERControl.Request.class, (cs, request) -> cs.der().set(request))
                // S Battery swap
                .call(RequestBatterySwap.Request.class, (cs, request) -> cs.services()
                        .swap(request));
    }
}
