package org.ohmstead.app;

import org.ohmstead.adhocpayment.ocpp2.NotifySettlement2;
import org.ohmstead.adhocpayment.ocpp2.VatNumberValidation2;
import org.ohmstead.authority.ocpp2.SignCertificate2;
import org.ohmstead.batteryswap.ocpp2.BatterySwap2;
import org.ohmstead.charging.ocpp2.MeterValues2;
import org.ohmstead.charging.ocpp2.TransactionEvent2;
import org.ohmstead.customers.ocpp2.NotifyCustomerInformation2;
import org.ohmstead.dercontrol.ocpp2.NotifyDERAlarm2;
import org.ohmstead.dercontrol.ocpp2.NotifyDERStartStop2;
import org.ohmstead.dercontrol.ocpp2.ReportDERControl2;
import org.ohmstead.devicemodel.ocpp2.NotifyReport2;
import org.ohmstead.diagnostics.ocpp2.LogStatusNotification2;
import org.ohmstead.displaymessages.ocpp2.NotifyDisplayMessages2;
import org.ohmstead.firmware.ocpp2.FirmwareStatusNotification2;
import org.ohmstead.firmware.ocpp2.PublishFirmwareStatusNotification2;
import org.ohmstead.iso15118.ocpp2.Get15118EVCertificate2;
import org.ohmstead.iso15118.ocpp2.GetCertificateChainStatus2;
import org.ohmstead.iso15118.ocpp2.GetCertificateStatus2;
import org.ohmstead.monitoring.ocpp2.ClosePeriodicEventStream2;
import org.ohmstead.monitoring.ocpp2.NotifyMonitoringReport2;
import org.ohmstead.monitoring.ocpp2.NotifyPeriodicEventStream2;
import org.ohmstead.monitoring.ocpp2.OpenPeriodicEventStream2;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.routing.Routes;
import org.ohmstead.ocpp.v2.Authorize;
import org.ohmstead.ocpp.v2.BatterySwap;
import org.ohmstead.ocpp.v2.BootNotification;
import org.ohmstead.ocpp.v2.ClearedChargingLimit;
import org.ohmstead.ocpp.v2.ClosePeriodicEventStream;
import org.ohmstead.ocpp.v2.DataTransfer;
import org.ohmstead.ocpp.v2.FirmwareStatusNotification;
import org.ohmstead.ocpp.v2.Get15118EVCertificate;
import org.ohmstead.ocpp.v2.GetCertificateChainStatus;
import org.ohmstead.ocpp.v2.GetCertificateStatus;
import org.ohmstead.ocpp.v2.Heartbeat;
import org.ohmstead.ocpp.v2.LogStatusNotification;
import org.ohmstead.ocpp.v2.MeterValues;
import org.ohmstead.ocpp.v2.NotifyChargingLimit;
import org.ohmstead.ocpp.v2.NotifyCustomerInformation;
import org.ohmstead.ocpp.v2.NotifyDERAlarm;
import org.ohmstead.ocpp.v2.NotifyDERStartStop;
import org.ohmstead.ocpp.v2.NotifyDisplayMessages;
import org.ohmstead.ocpp.v2.NotifyEVChargingNeeds;
import org.ohmstead.ocpp.v2.NotifyEVChargingSchedule;
import org.ohmstead.ocpp.v2.NotifyEvent;
import org.ohmstead.ocpp.v2.NotifyMonitoringReport;
import org.ohmstead.ocpp.v2.NotifyPeriodicEventStream;
import org.ohmstead.ocpp.v2.NotifyPriorityCharging;
import org.ohmstead.ocpp.v2.NotifyReport;
import org.ohmstead.ocpp.v2.NotifySettlement;
import org.ohmstead.ocpp.v2.OpenPeriodicEventStream;
import org.ohmstead.ocpp.v2.PublishFirmwareStatusNotification;
import org.ohmstead.ocpp.v2.PullDynamicScheduleUpdate;
import org.ohmstead.ocpp.v2.ReportChargingProfiles;
import org.ohmstead.ocpp.v2.ReportDERControl;
import org.ohmstead.ocpp.v2.ReservationStatusUpdate;
import org.ohmstead.ocpp.v2.SecurityEventNotification;
import org.ohmstead.ocpp.v2.SignCertificate;
import org.ohmstead.ocpp.v2.StatusNotification;
import org.ohmstead.ocpp.v2.TransactionEvent;
import org.ohmstead.ocpp.v2.VatNumberValidation;
import org.ohmstead.reservations.ocpp2.ReservationStatusUpdate2;
import org.ohmstead.securityevents.ocpp2.SecurityEventNotification2;
import org.ohmstead.smartcharging.ocpp2.ClearedChargingLimit2;
import org.ohmstead.smartcharging.ocpp2.NotifyChargingLimit2;
import org.ohmstead.smartcharging.ocpp2.NotifyEVChargingNeeds2;
import org.ohmstead.smartcharging.ocpp2.NotifyEVChargingSchedule2;
import org.ohmstead.smartcharging.ocpp2.NotifyPriorityCharging2;
import org.ohmstead.smartcharging.ocpp2.PullDynamicScheduleUpdate2;
import org.ohmstead.smartcharging.ocpp2.ReportChargingProfiles2;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.ocpp2.BootNotification2;
import org.ohmstead.stations.ocpp2.Heartbeat2;
import org.ohmstead.stations.ocpp2.NotifyEvent2;
import org.ohmstead.stations.ocpp2.StatusNotification2;
import org.ohmstead.tokens.ocpp2.Authorize2;
import org.ohmstead.vendor.ocpp2.DataTransfer2;

/** Who serves what a 2.0.1 or 2.1 station sends, in the order of the blocks of the specification. */
final class Ocpp2Routes {
    private Ocpp2Routes() {}

    static Routes.Builder<Caller> v201(Handlers handlers) {
        return both(Routes.of(OcppVersion.V201), handlers);
    }

    /** 2.1 has all of 2.0.1, and what is new in it. */
    static Routes.Builder<Caller> v21(Handlers handlers) {
        return both(Routes.of(OcppVersion.V21), handlers)
                // C payment at the station
                .call(NotifySettlement.Request.class, handlers.get(NotifySettlement2.class))
                .call(VatNumberValidation.Request.class, VatNumberValidation2::vatNumberValidation)
                // K smart charging
                .call(NotifyPriorityCharging.Request.class, handlers.get(NotifyPriorityCharging2.class))
                .call(PullDynamicScheduleUpdate.Request.class, handlers.get(PullDynamicScheduleUpdate2.class))
                // M certificates
                .call(GetCertificateChainStatus.Request.class, handlers.get(GetCertificateChainStatus2.class))
                // N periodic event streams
                .call(ClosePeriodicEventStream.Request.class, handlers.get(ClosePeriodicEventStream2.class))
                .send(NotifyPeriodicEventStream.Request.class, handlers.get(NotifyPeriodicEventStream2.class))
                .call(OpenPeriodicEventStream.Request.class, handlers.get(OpenPeriodicEventStream2.class))
                // R control by the grid
                .call(NotifyDERAlarm.Request.class, handlers.get(NotifyDERAlarm2.class))
                .call(NotifyDERStartStop.Request.class, handlers.get(NotifyDERStartStop2.class))
                .call(ReportDERControl.Request.class, handlers.get(ReportDERControl2.class))
                // S battery swapping
                .call(BatterySwap.Request.class, handlers.get(BatterySwap2.class));
    }

    private static Routes.Builder<Caller> both(Routes.Builder<Caller> routes, Handlers handlers) {
        securityToAvailability(routes, handlers);
        reservationToSmartCharging(routes, handlers);
        firmwareToDataTransfer(routes, handlers);
        return routes;
    }

    /** Blocks A to G. */
    private static void securityToAvailability(Routes.Builder<Caller> routes, Handlers handlers) {
        // A security
        routes.call(SecurityEventNotification.Request.class, handlers.get(SecurityEventNotification2.class))
                .call(SignCertificate.Request.class, handlers.get(SignCertificate2.class))
                // B provisioning
                .call(BootNotification.Request.class, handlers.get(BootNotification2.class))
                .call(NotifyReport.Request.class, handlers.get(NotifyReport2.class))
                // C authorization
                .call(Authorize.Request.class, handlers.get(Authorize2.class))
                // E transactions
                .call(TransactionEvent.Request.class, handlers.get(TransactionEvent2.class))
                // G availability
                .call(Heartbeat.Request.class, handlers.get(Heartbeat2.class))
                .call(StatusNotification.Request.class, handlers.get(StatusNotification2.class));
    }

    /** Blocks H to K. */
    private static void reservationToSmartCharging(Routes.Builder<Caller> routes, Handlers handlers) {
        // H reservation
        routes.call(ReservationStatusUpdate.Request.class, handlers.get(ReservationStatusUpdate2.class))
                // J meter values
                .call(MeterValues.Request.class, handlers.get(MeterValues2.class))
                // K smart charging
                .call(ClearedChargingLimit.Request.class, handlers.get(ClearedChargingLimit2.class))
                .call(NotifyChargingLimit.Request.class, handlers.get(NotifyChargingLimit2.class))
                .call(NotifyEVChargingNeeds.Request.class, handlers.get(NotifyEVChargingNeeds2.class))
                .call(NotifyEVChargingSchedule.Request.class, handlers.get(NotifyEVChargingSchedule2.class))
                .call(ReportChargingProfiles.Request.class, handlers.get(ReportChargingProfiles2.class));
    }

    /** Blocks L to P. */
    private static void firmwareToDataTransfer(Routes.Builder<Caller> routes, Handlers handlers) {
        // L firmware management
        routes.call(FirmwareStatusNotification.Request.class, handlers.get(FirmwareStatusNotification2.class))
                .call(
                        PublishFirmwareStatusNotification.Request.class,
                        handlers.get(PublishFirmwareStatusNotification2.class))
                // M certificates
                .call(Get15118EVCertificate.Request.class, handlers.get(Get15118EVCertificate2.class))
                .call(GetCertificateStatus.Request.class, handlers.get(GetCertificateStatus2.class))
                // N diagnostics
                .call(LogStatusNotification.Request.class, handlers.get(LogStatusNotification2.class))
                .call(NotifyCustomerInformation.Request.class, handlers.get(NotifyCustomerInformation2.class))
                .call(NotifyEvent.Request.class, handlers.get(NotifyEvent2.class))
                .call(NotifyMonitoringReport.Request.class, handlers.get(NotifyMonitoringReport2.class))
                // O display messages
                .call(NotifyDisplayMessages.Request.class, handlers.get(NotifyDisplayMessages2.class))
                // P data transfer
                .call(DataTransfer.Request.class, handlers.get(DataTransfer2.class));
    }
}
