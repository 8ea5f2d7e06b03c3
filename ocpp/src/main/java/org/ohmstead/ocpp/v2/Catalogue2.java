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

/** Every action of OCPP 2.0.1 and 2.1; an action new in 2.1 says so. */
public final class Catalogue2 {
    private Catalogue2() {}

    /** In the order of the catalogue of actions. */
    public static final List<Action> ACTIONS = List.of(
            new Action(
                    "AFRRSignal",
                    V21,
                    BIDIRECTIONAL_POWER_TRANSFER,
                    TO_STATION,
                    AFRRSignal.Request.class,
                    AFRRSignal.Response.class),
            new Action(
                    "AdjustPeriodicEventStream",
                    V21,
                    DIAGNOSTICS,
                    TO_STATION,
                    AdjustPeriodicEventStream.Request.class,
                    AdjustPeriodicEventStream.Response.class),
            new Action(
                    "Authorize", V201, AUTHORIZATION, FROM_STATION, Authorize.Request.class, Authorize.Response.class),
            new Action(
                    "BatterySwap",
                    V21,
                    BATTERY_SWAPPING,
                    FROM_STATION,
                    BatterySwap.Request.class,
                    BatterySwap.Response.class),
            new Action(
                    "BootNotification",
                    V201,
                    PROVISIONING,
                    FROM_STATION,
                    BootNotification.Request.class,
                    BootNotification.Response.class),
            new Action(
                    "CancelReservation",
                    V201,
                    RESERVATION,
                    TO_STATION,
                    CancelReservation.Request.class,
                    CancelReservation.Response.class),
            new Action(
                    "CertificateSigned",
                    V201,
                    SECURITY,
                    TO_STATION,
                    CertificateSigned.Request.class,
                    CertificateSigned.Response.class),
            new Action(
                    "ChangeAvailability",
                    V201,
                    AVAILABILITY,
                    TO_STATION,
                    ChangeAvailability.Request.class,
                    ChangeAvailability.Response.class),
            new Action(
                    "ChangeTransactionTariff",
                    V21,
                    TARIFF_AND_COST,
                    TO_STATION,
                    ChangeTransactionTariff.Request.class,
                    ChangeTransactionTariff.Response.class),
            new Action(
                    "ClearCache", V201, AUTHORIZATION, TO_STATION, ClearCache.Request.class, ClearCache.Response.class),
            new Action(
                    "ClearChargingProfile",
                    V201,
                    SMART_CHARGING,
                    TO_STATION,
                    ClearChargingProfile.Request.class,
                    ClearChargingProfile.Response.class),
            new Action(
                    "ClearDERControl",
                    V21,
                    DER_CONTROL,
                    TO_STATION,
                    ClearDERControl.Request.class,
                    ClearDERControl.Response.class),
            new Action(
                    "ClearDisplayMessage",
                    V201,
                    DISPLAY_MESSAGE,
                    TO_STATION,
                    ClearDisplayMessage.Request.class,
                    ClearDisplayMessage.Response.class),
            new Action(
                    "ClearTariffs",
                    V21,
                    TARIFF_AND_COST,
                    TO_STATION,
                    ClearTariffs.Request.class,
                    ClearTariffs.Response.class),
            new Action(
                    "ClearVariableMonitoring",
                    V201,
                    DIAGNOSTICS,
                    TO_STATION,
                    ClearVariableMonitoring.Request.class,
                    ClearVariableMonitoring.Response.class),
            new Action(
                    "ClearedChargingLimit",
                    V201,
                    SMART_CHARGING,
                    FROM_STATION,
                    ClearedChargingLimit.Request.class,
                    ClearedChargingLimit.Response.class),
            new Action(
                    "ClosePeriodicEventStream",
                    V21,
                    DIAGNOSTICS,
                    FROM_STATION,
                    ClosePeriodicEventStream.Request.class,
                    ClosePeriodicEventStream.Response.class),
            new Action(
                    "CostUpdated",
                    V201,
                    TARIFF_AND_COST,
                    TO_STATION,
                    CostUpdated.Request.class,
                    CostUpdated.Response.class),
            new Action(
                    "CustomerInformation",
                    V201,
                    DIAGNOSTICS,
                    TO_STATION,
                    CustomerInformation.Request.class,
                    CustomerInformation.Response.class),
            new Action(
                    "DataTransfer", V201, DATA_TRANSFER, BOTH, DataTransfer.Request.class, DataTransfer.Response.class),
            new Action(
                    "DeleteCertificate",
                    V201,
                    CERTIFICATE_MANAGEMENT,
                    TO_STATION,
                    DeleteCertificate.Request.class,
                    DeleteCertificate.Response.class),
            new Action(
                    "FirmwareStatusNotification",
                    V201,
                    FIRMWARE_MANAGEMENT,
                    FROM_STATION,
                    FirmwareStatusNotification.Request.class,
                    FirmwareStatusNotification.Response.class),
            new Action(
                    "Get15118EVCertificate",
                    V201,
                    CERTIFICATE_MANAGEMENT,
                    FROM_STATION,
                    Get15118EVCertificate.Request.class,
                    Get15118EVCertificate.Response.class),
            new Action(
                    "GetBaseReport",
                    V201,
                    PROVISIONING,
                    TO_STATION,
                    GetBaseReport.Request.class,
                    GetBaseReport.Response.class),
            new Action(
                    "GetCertificateChainStatus",
                    V21,
                    CERTIFICATE_MANAGEMENT,
                    FROM_STATION,
                    GetCertificateChainStatus.Request.class,
                    GetCertificateChainStatus.Response.class),
            new Action(
                    "GetCertificateStatus",
                    V201,
                    CERTIFICATE_MANAGEMENT,
                    FROM_STATION,
                    GetCertificateStatus.Request.class,
                    GetCertificateStatus.Response.class),
            new Action(
                    "GetChargingProfiles",
                    V201,
                    SMART_CHARGING,
                    TO_STATION,
                    GetChargingProfiles.Request.class,
                    GetChargingProfiles.Response.class),
            new Action(
                    "GetCompositeSchedule",
                    V201,
                    SMART_CHARGING,
                    TO_STATION,
                    GetCompositeSchedule.Request.class,
                    GetCompositeSchedule.Response.class),
            new Action(
                    "GetDERControl",
                    V21,
                    DER_CONTROL,
                    TO_STATION,
                    GetDERControl.Request.class,
                    GetDERControl.Response.class),
            new Action(
                    "GetDisplayMessages",
                    V201,
                    DISPLAY_MESSAGE,
                    TO_STATION,
                    GetDisplayMessages.Request.class,
                    GetDisplayMessages.Response.class),
            new Action(
                    "GetInstalledCertificateIds",
                    V201,
                    CERTIFICATE_MANAGEMENT,
                    TO_STATION,
                    GetInstalledCertificateIds.Request.class,
                    GetInstalledCertificateIds.Response.class),
            new Action(
                    "GetLocalListVersion",
                    V201,
                    LOCAL_AUTHORIZATION_LIST_MANAGEMENT,
                    TO_STATION,
                    GetLocalListVersion.Request.class,
                    GetLocalListVersion.Response.class),
            new Action("GetLog", V201, DIAGNOSTICS, TO_STATION, GetLog.Request.class, GetLog.Response.class),
            new Action(
                    "GetMonitoringReport",
                    V201,
                    DIAGNOSTICS,
                    TO_STATION,
                    GetMonitoringReport.Request.class,
                    GetMonitoringReport.Response.class),
            new Action(
                    "GetPeriodicEventStream",
                    V21,
                    DIAGNOSTICS,
                    TO_STATION,
                    GetPeriodicEventStream.Request.class,
                    GetPeriodicEventStream.Response.class),
            new Action("GetReport", V201, PROVISIONING, TO_STATION, GetReport.Request.class, GetReport.Response.class),
            new Action(
                    "GetTariffs",
                    V21,
                    TARIFF_AND_COST,
                    TO_STATION,
                    GetTariffs.Request.class,
                    GetTariffs.Response.class),
            new Action(
                    "GetTransactionStatus",
                    V201,
                    TRANSACTIONS,
                    TO_STATION,
                    GetTransactionStatus.Request.class,
                    GetTransactionStatus.Response.class),
            new Action(
                    "GetVariables",
                    V201,
                    PROVISIONING,
                    TO_STATION,
                    GetVariables.Request.class,
                    GetVariables.Response.class),
            new Action(
                    "Heartbeat", V201, AVAILABILITY, FROM_STATION, Heartbeat.Request.class, Heartbeat.Response.class),
            new Action(
                    "InstallCertificate",
                    V201,
                    CERTIFICATE_MANAGEMENT,
                    TO_STATION,
                    InstallCertificate.Request.class,
                    InstallCertificate.Response.class),
            new Action(
                    "LogStatusNotification",
                    V201,
                    DIAGNOSTICS,
                    FROM_STATION,
                    LogStatusNotification.Request.class,
                    LogStatusNotification.Response.class),
            new Action(
                    "MeterValues",
                    V201,
                    METER_VALUES,
                    FROM_STATION,
                    MeterValues.Request.class,
                    MeterValues.Response.class),
            new Action(
                    "NotifyAllowedEnergyTransfer",
                    V21,
                    BIDIRECTIONAL_POWER_TRANSFER,
                    TO_STATION,
                    NotifyAllowedEnergyTransfer.Request.class,
                    NotifyAllowedEnergyTransfer.Response.class),
            new Action(
                    "NotifyChargingLimit",
                    V201,
                    SMART_CHARGING,
                    FROM_STATION,
                    NotifyChargingLimit.Request.class,
                    NotifyChargingLimit.Response.class),
            new Action(
                    "NotifyCustomerInformation",
                    V201,
                    DIAGNOSTICS,
                    FROM_STATION,
                    NotifyCustomerInformation.Request.class,
                    NotifyCustomerInformation.Response.class),
            new Action(
                    "NotifyDERAlarm",
                    V21,
                    DER_CONTROL,
                    FROM_STATION,
                    NotifyDERAlarm.Request.class,
                    NotifyDERAlarm.Response.class),
            new Action(
                    "NotifyDERStartStop",
                    V21,
                    DER_CONTROL,
                    FROM_STATION,
                    NotifyDERStartStop.Request.class,
                    NotifyDERStartStop.Response.class),
            new Action(
                    "NotifyDisplayMessages",
                    V201,
                    DISPLAY_MESSAGE,
                    FROM_STATION,
                    NotifyDisplayMessages.Request.class,
                    NotifyDisplayMessages.Response.class),
            new Action(
                    "NotifyEVChargingNeeds",
                    V201,
                    SMART_CHARGING,
                    FROM_STATION,
                    NotifyEVChargingNeeds.Request.class,
                    NotifyEVChargingNeeds.Response.class),
            new Action(
                    "NotifyEVChargingSchedule",
                    V201,
                    SMART_CHARGING,
                    FROM_STATION,
                    NotifyEVChargingSchedule.Request.class,
                    NotifyEVChargingSchedule.Response.class),
            new Action(
                    "NotifyEvent",
                    V201,
                    DIAGNOSTICS,
                    FROM_STATION,
                    NotifyEvent.Request.class,
                    NotifyEvent.Response.class),
            new Action(
                    "NotifyMonitoringReport",
                    V201,
                    DIAGNOSTICS,
                    FROM_STATION,
                    NotifyMonitoringReport.Request.class,
                    NotifyMonitoringReport.Response.class),
            new Action(
                    "NotifyPeriodicEventStream",
                    V21,
                    DIAGNOSTICS,
                    FROM_STATION,
                    NotifyPeriodicEventStream.Request.class,
                    null),
            new Action(
                    "NotifyPriorityCharging",
                    V21,
                    SMART_CHARGING,
                    FROM_STATION,
                    NotifyPriorityCharging.Request.class,
                    NotifyPriorityCharging.Response.class),
            new Action(
                    "NotifyReport",
                    V201,
                    PROVISIONING,
                    FROM_STATION,
                    NotifyReport.Request.class,
                    NotifyReport.Response.class),
            new Action(
                    "NotifySettlement",
                    V21,
                    AUTHORIZATION,
                    FROM_STATION,
                    NotifySettlement.Request.class,
                    NotifySettlement.Response.class),
            new Action(
                    "NotifyWebPaymentStarted",
                    V21,
                    AUTHORIZATION,
                    TO_STATION,
                    NotifyWebPaymentStarted.Request.class,
                    NotifyWebPaymentStarted.Response.class),
            new Action(
                    "OpenPeriodicEventStream",
                    V21,
                    DIAGNOSTICS,
                    FROM_STATION,
                    OpenPeriodicEventStream.Request.class,
                    OpenPeriodicEventStream.Response.class),
            new Action(
                    "PublishFirmware",
                    V201,
                    FIRMWARE_MANAGEMENT,
                    TO_STATION,
                    PublishFirmware.Request.class,
                    PublishFirmware.Response.class),
            new Action(
                    "PublishFirmwareStatusNotification",
                    V201,
                    FIRMWARE_MANAGEMENT,
                    FROM_STATION,
                    PublishFirmwareStatusNotification.Request.class,
                    PublishFirmwareStatusNotification.Response.class),
            new Action(
                    "PullDynamicScheduleUpdate",
                    V21,
                    SMART_CHARGING,
                    FROM_STATION,
                    PullDynamicScheduleUpdate.Request.class,
                    PullDynamicScheduleUpdate.Response.class),
            new Action(
                    "ReportChargingProfiles",
                    V201,
                    SMART_CHARGING,
                    FROM_STATION,
                    ReportChargingProfiles.Request.class,
                    ReportChargingProfiles.Response.class),
            new Action(
                    "ReportDERControl",
                    V21,
                    DER_CONTROL,
                    FROM_STATION,
                    ReportDERControl.Request.class,
                    ReportDERControl.Response.class),
            new Action(
                    "RequestBatterySwap",
                    V21,
                    BATTERY_SWAPPING,
                    TO_STATION,
                    RequestBatterySwap.Request.class,
                    RequestBatterySwap.Response.class),
            new Action(
                    "RequestStartTransaction",
                    V201,
                    REMOTE_CONTROL,
                    TO_STATION,
                    RequestStartTransaction.Request.class,
                    RequestStartTransaction.Response.class),
            new Action(
                    "RequestStopTransaction",
                    V201,
                    REMOTE_CONTROL,
                    TO_STATION,
                    RequestStopTransaction.Request.class,
                    RequestStopTransaction.Response.class),
            new Action(
                    "ReservationStatusUpdate",
                    V201,
                    RESERVATION,
                    FROM_STATION,
                    ReservationStatusUpdate.Request.class,
                    ReservationStatusUpdate.Response.class),
            new Action(
                    "ReserveNow", V201, RESERVATION, TO_STATION, ReserveNow.Request.class, ReserveNow.Response.class),
            new Action("Reset", V201, PROVISIONING, TO_STATION, Reset.Request.class, Reset.Response.class),
            new Action(
                    "SecurityEventNotification",
                    V201,
                    SECURITY,
                    FROM_STATION,
                    SecurityEventNotification.Request.class,
                    SecurityEventNotification.Response.class),
            new Action(
                    "SendLocalList",
                    V201,
                    LOCAL_AUTHORIZATION_LIST_MANAGEMENT,
                    TO_STATION,
                    SendLocalList.Request.class,
                    SendLocalList.Response.class),
            new Action(
                    "SetChargingProfile",
                    V201,
                    SMART_CHARGING,
                    TO_STATION,
                    SetChargingProfile.Request.class,
                    SetChargingProfile.Response.class),
            new Action(
                    "SetDERControl",
                    V21,
                    DER_CONTROL,
                    TO_STATION,
                    SetDERControl.Request.class,
                    SetDERControl.Response.class),
            new Action(
                    "SetDefaultTariff",
                    V21,
                    TARIFF_AND_COST,
                    TO_STATION,
                    SetDefaultTariff.Request.class,
                    SetDefaultTariff.Response.class),
            new Action(
                    "SetDisplayMessage",
                    V201,
                    DISPLAY_MESSAGE,
                    TO_STATION,
                    SetDisplayMessage.Request.class,
                    SetDisplayMessage.Response.class),
            new Action(
                    "SetMonitoringBase",
                    V201,
                    DIAGNOSTICS,
                    TO_STATION,
                    SetMonitoringBase.Request.class,
                    SetMonitoringBase.Response.class),
            new Action(
                    "SetMonitoringLevel",
                    V201,
                    DIAGNOSTICS,
                    TO_STATION,
                    SetMonitoringLevel.Request.class,
                    SetMonitoringLevel.Response.class),
            new Action(
                    "SetNetworkProfile",
                    V201,
                    PROVISIONING,
                    TO_STATION,
                    SetNetworkProfile.Request.class,
                    SetNetworkProfile.Response.class),
            new Action(
                    "SetVariableMonitoring",
                    V201,
                    DIAGNOSTICS,
                    TO_STATION,
                    SetVariableMonitoring.Request.class,
                    SetVariableMonitoring.Response.class),
            new Action(
                    "SetVariables",
                    V201,
                    PROVISIONING,
                    TO_STATION,
                    SetVariables.Request.class,
                    SetVariables.Response.class),
            new Action(
                    "SignCertificate",
                    V201,
                    SECURITY,
                    FROM_STATION,
                    SignCertificate.Request.class,
                    SignCertificate.Response.class),
            new Action(
                    "StatusNotification",
                    V201,
                    AVAILABILITY,
                    FROM_STATION,
                    StatusNotification.Request.class,
                    StatusNotification.Response.class),
            new Action(
                    "TransactionEvent",
                    V201,
                    TRANSACTIONS,
                    FROM_STATION,
                    TransactionEvent.Request.class,
                    TransactionEvent.Response.class),
            new Action(
                    "TriggerMessage",
                    V201,
                    REMOTE_CONTROL,
                    TO_STATION,
                    TriggerMessage.Request.class,
                    TriggerMessage.Response.class),
            new Action(
                    "UnlockConnector",
                    V201,
                    REMOTE_CONTROL,
                    TO_STATION,
                    UnlockConnector.Request.class,
                    UnlockConnector.Response.class),
            new Action(
                    "UnpublishFirmware",
                    V201,
                    FIRMWARE_MANAGEMENT,
                    TO_STATION,
                    UnpublishFirmware.Request.class,
                    UnpublishFirmware.Response.class),
            new Action(
                    "UpdateDynamicSchedule",
                    V21,
                    SMART_CHARGING,
                    TO_STATION,
                    UpdateDynamicSchedule.Request.class,
                    UpdateDynamicSchedule.Response.class),
            new Action(
                    "UpdateFirmware",
                    V201,
                    FIRMWARE_MANAGEMENT,
                    TO_STATION,
                    UpdateFirmware.Request.class,
                    UpdateFirmware.Response.class),
            new Action(
                    "UsePriorityCharging",
                    V21,
                    SMART_CHARGING,
                    TO_STATION,
                    UsePriorityCharging.Request.class,
                    UsePriorityCharging.Response.class),
            new Action(
                    "VatNumberValidation",
                    V21,
                    AUTHORIZATION,
                    FROM_STATION,
                    VatNumberValidation.Request.class,
                    VatNumberValidation.Response.class));
}
