package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.Action.Block.AUTHORIZATION;
import static org.ohmstead.ocpp.Action.Block.AVAILABILITY;
import static org.ohmstead.ocpp.Action.Block.BATTERY_SWAPPING;
import static org.ohmstead.ocpp.Action.Block.BIDIRECTIONAL_POWER_TRANSFER;
import static org.ohmstead.ocpp.Action.Block.CERTIFICATE_MANAGEMENT;
import static org.ohmstead.ocpp.Action.Block.DATA_TRANSFER;
import static org.ohmstead.ocpp.Action.Block.DER_CONTROL;
import static org.ohmstead.ocpp.Action.Block.DIAGNOSTICS;
import static org.ohmstead.ocpp.Action.Block.DISPLAY_MESSAGE;
import static org.ohmstead.ocpp.Action.Block.FIRMWARE_MANAGEMENT;
import static org.ohmstead.ocpp.Action.Block.LOCAL_AUTHORIZATION_LIST_MANAGEMENT;
import static org.ohmstead.ocpp.Action.Block.METER_VALUES;
import static org.ohmstead.ocpp.Action.Block.PROVISIONING;
import static org.ohmstead.ocpp.Action.Block.REMOTE_CONTROL;
import static org.ohmstead.ocpp.Action.Block.RESERVATION;
import static org.ohmstead.ocpp.Action.Block.SECURITY;
import static org.ohmstead.ocpp.Action.Block.SMART_CHARGING;
import static org.ohmstead.ocpp.Action.Block.TARIFF_AND_COST;
import static org.ohmstead.ocpp.Action.Block.TRANSACTIONS;
import static org.ohmstead.ocpp.Action.Direction.BOTH;
import static org.ohmstead.ocpp.Action.Direction.FROM_STATION;
import static org.ohmstead.ocpp.Action.Direction.TO_STATION;
import static org.ohmstead.ocpp.OcppVersion.V201;
import static org.ohmstead.ocpp.OcppVersion.V21;

import java.util.List;
import org.ohmstead.ocpp.Action;
import org.ohmstead.ocpp.Action.Block;
import org.ohmstead.ocpp.Action.Direction;
import org.ohmstead.ocpp.OcppVersion;

/** Every action of OCPP 2.0.1 and 2.1; an action new in 2.1 says so. */
public final class Catalogue2 {
    private Catalogue2() {}

    /** In the order of the catalogue of actions. */
    public static final List<Action> ACTIONS = List.of(
            toStation(V21, BIDIRECTIONAL_POWER_TRANSFER, AFRRSignal.Request.class, AFRRSignal.Response.class),
            toStation(
                    V21,
                    DIAGNOSTICS,
                    AdjustPeriodicEventStream.Request.class,
                    AdjustPeriodicEventStream.Response.class),
            fromStation(V201, AUTHORIZATION, Authorize.Request.class, Authorize.Response.class),
            fromStation(V21, BATTERY_SWAPPING, BatterySwap.Request.class, BatterySwap.Response.class),
            fromStation(V201, PROVISIONING, BootNotification.Request.class, BootNotification.Response.class),
            toStation(V201, RESERVATION, CancelReservation.Request.class, CancelReservation.Response.class),
            toStation(V201, SECURITY, CertificateSigned.Request.class, CertificateSigned.Response.class),
            toStation(V201, AVAILABILITY, ChangeAvailability.Request.class, ChangeAvailability.Response.class),
            toStation(
                    V21,
                    TARIFF_AND_COST,
                    ChangeTransactionTariff.Request.class,
                    ChangeTransactionTariff.Response.class),
            toStation(V201, AUTHORIZATION, ClearCache.Request.class, ClearCache.Response.class),
            toStation(V201, SMART_CHARGING, ClearChargingProfile.Request.class, ClearChargingProfile.Response.class),
            toStation(V21, DER_CONTROL, ClearDERControl.Request.class, ClearDERControl.Response.class),
            toStation(V201, DISPLAY_MESSAGE, ClearDisplayMessage.Request.class, ClearDisplayMessage.Response.class),
            toStation(V21, TARIFF_AND_COST, ClearTariffs.Request.class, ClearTariffs.Response.class),
            toStation(V201, DIAGNOSTICS, ClearVariableMonitoring.Request.class, ClearVariableMonitoring.Response.class),
            fromStation(V201, SMART_CHARGING, ClearedChargingLimit.Request.class, ClearedChargingLimit.Response.class),
            fromStation(
                    V21, DIAGNOSTICS, ClosePeriodicEventStream.Request.class, ClosePeriodicEventStream.Response.class),
            toStation(V201, TARIFF_AND_COST, CostUpdated.Request.class, CostUpdated.Response.class),
            toStation(V201, DIAGNOSTICS, CustomerInformation.Request.class, CustomerInformation.Response.class),
            action(V201, DATA_TRANSFER, BOTH, DataTransfer.Request.class, DataTransfer.Response.class),
            toStation(V201, CERTIFICATE_MANAGEMENT, DeleteCertificate.Request.class, DeleteCertificate.Response.class),
            fromStation(
                    V201,
                    FIRMWARE_MANAGEMENT,
                    FirmwareStatusNotification.Request.class,
                    FirmwareStatusNotification.Response.class),
            fromStation(
                    V201,
                    CERTIFICATE_MANAGEMENT,
                    Get15118EVCertificate.Request.class,
                    Get15118EVCertificate.Response.class),
            toStation(V201, PROVISIONING, GetBaseReport.Request.class, GetBaseReport.Response.class),
            fromStation(
                    V21,
                    CERTIFICATE_MANAGEMENT,
                    GetCertificateChainStatus.Request.class,
                    GetCertificateChainStatus.Response.class),
            fromStation(
                    V201,
                    CERTIFICATE_MANAGEMENT,
                    GetCertificateStatus.Request.class,
                    GetCertificateStatus.Response.class),
            toStation(V201, SMART_CHARGING, GetChargingProfiles.Request.class, GetChargingProfiles.Response.class),
            toStation(V201, SMART_CHARGING, GetCompositeSchedule.Request.class, GetCompositeSchedule.Response.class),
            toStation(V21, DER_CONTROL, GetDERControl.Request.class, GetDERControl.Response.class),
            toStation(V201, DISPLAY_MESSAGE, GetDisplayMessages.Request.class, GetDisplayMessages.Response.class),
            toStation(
                    V201,
                    CERTIFICATE_MANAGEMENT,
                    GetInstalledCertificateIds.Request.class,
                    GetInstalledCertificateIds.Response.class),
            toStation(
                    V201,
                    LOCAL_AUTHORIZATION_LIST_MANAGEMENT,
                    GetLocalListVersion.Request.class,
                    GetLocalListVersion.Response.class),
            toStation(V201, DIAGNOSTICS, GetLog.Request.class, GetLog.Response.class),
            toStation(V201, DIAGNOSTICS, GetMonitoringReport.Request.class, GetMonitoringReport.Response.class),
            toStation(V21, DIAGNOSTICS, GetPeriodicEventStream.Request.class, GetPeriodicEventStream.Response.class),
            toStation(V201, PROVISIONING, GetReport.Request.class, GetReport.Response.class),
            toStation(V21, TARIFF_AND_COST, GetTariffs.Request.class, GetTariffs.Response.class),
            toStation(V201, TRANSACTIONS, GetTransactionStatus.Request.class, GetTransactionStatus.Response.class),
            toStation(V201, PROVISIONING, GetVariables.Request.class, GetVariables.Response.class),
            fromStation(V201, AVAILABILITY, Heartbeat.Request.class, Heartbeat.Response.class),
            toStation(
                    V201, CERTIFICATE_MANAGEMENT, InstallCertificate.Request.class, InstallCertificate.Response.class),
            fromStation(V201, DIAGNOSTICS, LogStatusNotification.Request.class, LogStatusNotification.Response.class),
            fromStation(V201, METER_VALUES, MeterValues.Request.class, MeterValues.Response.class),
            toStation(
                    V21,
                    BIDIRECTIONAL_POWER_TRANSFER,
                    NotifyAllowedEnergyTransfer.Request.class,
                    NotifyAllowedEnergyTransfer.Response.class),
            fromStation(V201, SMART_CHARGING, NotifyChargingLimit.Request.class, NotifyChargingLimit.Response.class),
            fromStation(
                    V201,
                    DIAGNOSTICS,
                    NotifyCustomerInformation.Request.class,
                    NotifyCustomerInformation.Response.class),
            fromStation(V21, DER_CONTROL, NotifyDERAlarm.Request.class, NotifyDERAlarm.Response.class),
            fromStation(V21, DER_CONTROL, NotifyDERStartStop.Request.class, NotifyDERStartStop.Response.class),
            fromStation(
                    V201, DISPLAY_MESSAGE, NotifyDisplayMessages.Request.class, NotifyDisplayMessages.Response.class),
            fromStation(
                    V201, SMART_CHARGING, NotifyEVChargingNeeds.Request.class, NotifyEVChargingNeeds.Response.class),
            fromStation(
                    V201,
                    SMART_CHARGING,
                    NotifyEVChargingSchedule.Request.class,
                    NotifyEVChargingSchedule.Response.class),
            fromStation(V201, DIAGNOSTICS, NotifyEvent.Request.class, NotifyEvent.Response.class),
            fromStation(V201, DIAGNOSTICS, NotifyMonitoringReport.Request.class, NotifyMonitoringReport.Response.class),
            new Action(
                    "NotifyPeriodicEventStream",
                    V21,
                    DIAGNOSTICS,
                    FROM_STATION,
                    NotifyPeriodicEventStream.Request.class,
                    null),
            fromStation(
                    V21, SMART_CHARGING, NotifyPriorityCharging.Request.class, NotifyPriorityCharging.Response.class),
            fromStation(V201, PROVISIONING, NotifyReport.Request.class, NotifyReport.Response.class),
            fromStation(V21, AUTHORIZATION, NotifySettlement.Request.class, NotifySettlement.Response.class),
            toStation(
                    V21, AUTHORIZATION, NotifyWebPaymentStarted.Request.class, NotifyWebPaymentStarted.Response.class),
            fromStation(
                    V21, DIAGNOSTICS, OpenPeriodicEventStream.Request.class, OpenPeriodicEventStream.Response.class),
            toStation(V201, FIRMWARE_MANAGEMENT, PublishFirmware.Request.class, PublishFirmware.Response.class),
            fromStation(
                    V201,
                    FIRMWARE_MANAGEMENT,
                    PublishFirmwareStatusNotification.Request.class,
                    PublishFirmwareStatusNotification.Response.class),
            fromStation(
                    V21,
                    SMART_CHARGING,
                    PullDynamicScheduleUpdate.Request.class,
                    PullDynamicScheduleUpdate.Response.class),
            fromStation(
                    V201, SMART_CHARGING, ReportChargingProfiles.Request.class, ReportChargingProfiles.Response.class),
            fromStation(V21, DER_CONTROL, ReportDERControl.Request.class, ReportDERControl.Response.class),
            toStation(V21, BATTERY_SWAPPING, RequestBatterySwap.Request.class, RequestBatterySwap.Response.class),
            toStation(
                    V201,
                    REMOTE_CONTROL,
                    RequestStartTransaction.Request.class,
                    RequestStartTransaction.Response.class),
            toStation(
                    V201, REMOTE_CONTROL, RequestStopTransaction.Request.class, RequestStopTransaction.Response.class),
            fromStation(
                    V201, RESERVATION, ReservationStatusUpdate.Request.class, ReservationStatusUpdate.Response.class),
            toStation(V201, RESERVATION, ReserveNow.Request.class, ReserveNow.Response.class),
            toStation(V201, PROVISIONING, Reset.Request.class, Reset.Response.class),
            fromStation(
                    V201, SECURITY, SecurityEventNotification.Request.class, SecurityEventNotification.Response.class),
            toStation(
                    V201,
                    LOCAL_AUTHORIZATION_LIST_MANAGEMENT,
                    SendLocalList.Request.class,
                    SendLocalList.Response.class),
            toStation(V201, SMART_CHARGING, SetChargingProfile.Request.class, SetChargingProfile.Response.class),
            toStation(V21, DER_CONTROL, SetDERControl.Request.class, SetDERControl.Response.class),
            toStation(V21, TARIFF_AND_COST, SetDefaultTariff.Request.class, SetDefaultTariff.Response.class),
            toStation(V201, DISPLAY_MESSAGE, SetDisplayMessage.Request.class, SetDisplayMessage.Response.class),
            toStation(V201, DIAGNOSTICS, SetMonitoringBase.Request.class, SetMonitoringBase.Response.class),
            toStation(V201, DIAGNOSTICS, SetMonitoringLevel.Request.class, SetMonitoringLevel.Response.class),
            toStation(V201, PROVISIONING, SetNetworkProfile.Request.class, SetNetworkProfile.Response.class),
            toStation(V201, DIAGNOSTICS, SetVariableMonitoring.Request.class, SetVariableMonitoring.Response.class),
            toStation(V201, PROVISIONING, SetVariables.Request.class, SetVariables.Response.class),
            fromStation(V201, SECURITY, SignCertificate.Request.class, SignCertificate.Response.class),
            fromStation(V201, AVAILABILITY, StatusNotification.Request.class, StatusNotification.Response.class),
            fromStation(V201, TRANSACTIONS, TransactionEvent.Request.class, TransactionEvent.Response.class),
            toStation(V201, REMOTE_CONTROL, TriggerMessage.Request.class, TriggerMessage.Response.class),
            toStation(V201, REMOTE_CONTROL, UnlockConnector.Request.class, UnlockConnector.Response.class),
            toStation(V201, FIRMWARE_MANAGEMENT, UnpublishFirmware.Request.class, UnpublishFirmware.Response.class),
            toStation(V21, SMART_CHARGING, UpdateDynamicSchedule.Request.class, UpdateDynamicSchedule.Response.class),
            toStation(V201, FIRMWARE_MANAGEMENT, UpdateFirmware.Request.class, UpdateFirmware.Response.class),
            toStation(V21, SMART_CHARGING, UsePriorityCharging.Request.class, UsePriorityCharging.Response.class),
            fromStation(V21, AUTHORIZATION, VatNumberValidation.Request.class, VatNumberValidation.Response.class));

    private static Action toStation(
            OcppVersion since, Block block, Class<? extends Record> request, Class<? extends Record> response) {
        return action(since, block, TO_STATION, request, response);
    }

    private static Action fromStation(
            OcppVersion since, Block block, Class<? extends Record> request, Class<? extends Record> response) {
        return action(since, block, FROM_STATION, request, response);
    }

    /** Named after the interface that the two records lie in. */
    private static Action action(
            OcppVersion since,
            Block block,
            Direction direction,
            Class<? extends Record> request,
            Class<? extends Record> response) {
        return new Action(request.getEnclosingClass().getSimpleName(), since, block, direction, request, response);
    }
}
