package org.ohmstead.ocpp.v16;

import static org.ohmstead.ocpp.Action.Block.CORE;
import static org.ohmstead.ocpp.Action.Block.FIRMWARE_MANAGEMENT;
import static org.ohmstead.ocpp.Action.Block.LOCAL_AUTH_LIST_MANAGEMENT;
import static org.ohmstead.ocpp.Action.Block.REMOTE_TRIGGER;
import static org.ohmstead.ocpp.Action.Block.RESERVATION;
import static org.ohmstead.ocpp.Action.Block.SECURITY;
import static org.ohmstead.ocpp.Action.Block.SMART_CHARGING;
import static org.ohmstead.ocpp.Action.Direction.BOTH;
import static org.ohmstead.ocpp.Action.Direction.FROM_STATION;
import static org.ohmstead.ocpp.Action.Direction.TO_STATION;
import static org.ohmstead.ocpp.OcppVersion.V16;

import java.util.List;
import org.ohmstead.ocpp.Action;

/** Every action of OCPP 1.6J, the security extension included. */
public final class Catalogue16 {
    private Catalogue16() {}

    /** In the order of the catalogue of actions. */
    public static final List<Action> ACTIONS = List.of(
            new Action("Authorize", V16, CORE, FROM_STATION, Authorize.Request.class, Authorize.Response.class),
            new Action(
                    "BootNotification",
                    V16,
                    CORE,
                    FROM_STATION,
                    BootNotification.Request.class,
                    BootNotification.Response.class),
            new Action(
                    "ChangeAvailability",
                    V16,
                    CORE,
                    TO_STATION,
                    ChangeAvailability.Request.class,
                    ChangeAvailability.Response.class),
            new Action(
                    "ChangeConfiguration",
                    V16,
                    CORE,
                    TO_STATION,
                    ChangeConfiguration.Request.class,
                    ChangeConfiguration.Response.class),
            new Action("ClearCache", V16, CORE, TO_STATION, ClearCache.Request.class, ClearCache.Response.class),
            new Action("DataTransfer", V16, CORE, BOTH, DataTransfer.Request.class, DataTransfer.Response.class),
            new Action(
                    "GetConfiguration",
                    V16,
                    CORE,
                    TO_STATION,
                    GetConfiguration.Request.class,
                    GetConfiguration.Response.class),
            new Action("Heartbeat", V16, CORE, FROM_STATION, Heartbeat.Request.class, Heartbeat.Response.class),
            new Action("MeterValues", V16, CORE, FROM_STATION, MeterValues.Request.class, MeterValues.Response.class),
            new Action(
                    "RemoteStartTransaction",
                    V16,
                    CORE,
                    TO_STATION,
                    RemoteStartTransaction.Request.class,
                    RemoteStartTransaction.Response.class),
            new Action(
                    "RemoteStopTransaction",
                    V16,
                    CORE,
                    TO_STATION,
                    RemoteStopTransaction.Request.class,
                    RemoteStopTransaction.Response.class),
            new Action("Reset", V16, CORE, TO_STATION, Reset.Request.class, Reset.Response.class),
            new Action(
                    "StartTransaction",
                    V16,
                    CORE,
                    FROM_STATION,
                    StartTransaction.Request.class,
                    StartTransaction.Response.class),
            new Action(
                    "StatusNotification",
                    V16,
                    CORE,
                    FROM_STATION,
                    StatusNotification.Request.class,
                    StatusNotification.Response.class),
            new Action(
                    "StopTransaction",
                    V16,
                    CORE,
                    FROM_STATION,
                    StopTransaction.Request.class,
                    StopTransaction.Response.class),
            new Action(
                    "UnlockConnector",
                    V16,
                    CORE,
                    TO_STATION,
                    UnlockConnector.Request.class,
                    UnlockConnector.Response.class),
            new Action(
                    "GetDiagnostics",
                    V16,
                    FIRMWARE_MANAGEMENT,
                    TO_STATION,
                    GetDiagnostics.Request.class,
                    GetDiagnostics.Response.class),
            new Action(
                    "DiagnosticsStatusNotification",
                    V16,
                    FIRMWARE_MANAGEMENT,
                    FROM_STATION,
                    DiagnosticsStatusNotification.Request.class,
                    DiagnosticsStatusNotification.Response.class),
            new Action(
                    "FirmwareStatusNotification",
                    V16,
                    FIRMWARE_MANAGEMENT,
                    FROM_STATION,
                    FirmwareStatusNotification.Request.class,
                    FirmwareStatusNotification.Response.class),
            new Action(
                    "UpdateFirmware",
                    V16,
                    FIRMWARE_MANAGEMENT,
                    TO_STATION,
                    UpdateFirmware.Request.class,
                    UpdateFirmware.Response.class),
            new Action(
                    "GetLocalListVersion",
                    V16,
                    LOCAL_AUTH_LIST_MANAGEMENT,
                    TO_STATION,
                    GetLocalListVersion.Request.class,
                    GetLocalListVersion.Response.class),
            new Action(
                    "SendLocalList",
                    V16,
                    LOCAL_AUTH_LIST_MANAGEMENT,
                    TO_STATION,
                    SendLocalList.Request.class,
                    SendLocalList.Response.class),
            new Action(
                    "CancelReservation",
                    V16,
                    RESERVATION,
                    TO_STATION,
                    CancelReservation.Request.class,
                    CancelReservation.Response.class),
            new Action("ReserveNow", V16, RESERVATION, TO_STATION, ReserveNow.Request.class, ReserveNow.Response.class),
            new Action(
                    "ClearChargingProfile",
                    V16,
                    SMART_CHARGING,
                    TO_STATION,
                    ClearChargingProfile.Request.class,
                    ClearChargingProfile.Response.class),
            new Action(
                    "GetCompositeSchedule",
                    V16,
                    SMART_CHARGING,
                    TO_STATION,
                    GetCompositeSchedule.Request.class,
                    GetCompositeSchedule.Response.class),
            new Action(
                    "SetChargingProfile",
                    V16,
                    SMART_CHARGING,
                    TO_STATION,
                    SetChargingProfile.Request.class,
                    SetChargingProfile.Response.class),
            new Action(
                    "TriggerMessage",
                    V16,
                    REMOTE_TRIGGER,
                    TO_STATION,
                    TriggerMessage.Request.class,
                    TriggerMessage.Response.class),
            new Action(
                    "CertificateSigned",
                    V16,
                    SECURITY,
                    TO_STATION,
                    CertificateSigned.Request.class,
                    CertificateSigned.Response.class),
            new Action(
                    "DeleteCertificate",
                    V16,
                    SECURITY,
                    TO_STATION,
                    DeleteCertificate.Request.class,
                    DeleteCertificate.Response.class),
            new Action(
                    "ExtendedTriggerMessage",
                    V16,
                    SECURITY,
                    TO_STATION,
                    ExtendedTriggerMessage.Request.class,
                    ExtendedTriggerMessage.Response.class),
            new Action(
                    "GetInstalledCertificateIds",
                    V16,
                    SECURITY,
                    TO_STATION,
                    GetInstalledCertificateIds.Request.class,
                    GetInstalledCertificateIds.Response.class),
            new Action("GetLog", V16, SECURITY, TO_STATION, GetLog.Request.class, GetLog.Response.class),
            new Action(
                    "InstallCertificate",
                    V16,
                    SECURITY,
                    TO_STATION,
                    InstallCertificate.Request.class,
                    InstallCertificate.Response.class),
            new Action(
                    "LogStatusNotification",
                    V16,
                    SECURITY,
                    FROM_STATION,
                    LogStatusNotification.Request.class,
                    LogStatusNotification.Response.class),
            new Action(
                    "SecurityEventNotification",
                    V16,
                    SECURITY,
                    FROM_STATION,
                    SecurityEventNotification.Request.class,
                    SecurityEventNotification.Response.class),
            new Action(
                    "SignCertificate",
                    V16,
                    SECURITY,
                    FROM_STATION,
                    SignCertificate.Request.class,
                    SignCertificate.Response.class),
            new Action(
                    "SignedFirmwareStatusNotification",
                    V16,
                    SECURITY,
                    FROM_STATION,
                    SignedFirmwareStatusNotification.Request.class,
                    SignedFirmwareStatusNotification.Response.class),
            new Action(
                    "SignedUpdateFirmware",
                    V16,
                    SECURITY,
                    TO_STATION,
                    SignedUpdateFirmware.Request.class,
                    SignedUpdateFirmware.Response.class));
}
