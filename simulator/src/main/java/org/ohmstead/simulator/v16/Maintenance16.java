package org.ohmstead.simulator.v16;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.rpc.routing.CallRefused;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;
import org.ohmstead.ocpp.v16.DiagnosticsStatusNotification;
import org.ohmstead.ocpp.v16.FirmwareStatusNotification;
import org.ohmstead.ocpp.v16.GetDiagnostics;
import org.ohmstead.ocpp.v16.GetLog;
import org.ohmstead.ocpp.v16.LogStatusNotification;
import org.ohmstead.ocpp.v16.LogStatusNotification.UploadLogStatus;
import org.ohmstead.ocpp.v16.SignedFirmwareStatusNotification;
import org.ohmstead.ocpp.v16.SignedFirmwareStatusNotification.FirmwareStatus;
import org.ohmstead.ocpp.v16.SignedUpdateFirmware;
import org.ohmstead.ocpp.v16.UpdateFirmware;
import org.ohmstead.ocpp.v2.BootNotification.BootReason;
import org.ohmstead.ocpp.v2.TransactionEvent.Reason;
import org.ohmstead.simulator.station.Jobs;
import org.ohmstead.simulator.station.Station;

/** Firmware, diagnostics and logs: with its own CSMS files really go; what lies elsewhere is told as if. */
final class Maintenance16 {
    private final Protocol16 cp;
    private final Jobs<FirmwareStatusNotification.Status> firmware;
    private final Jobs<FirmwareStatus> signed;
    private final Jobs<DiagnosticsStatusNotification.Status> diagnostics;
    private final Jobs<UploadLogStatus> log;
    private int updates;

    Maintenance16(Protocol16 cp) {
        Station station = cp.station();
        this.cp = cp;
        this.firmware = new Jobs<>(station, FirmwareStatusNotification.Status.Idle);
        this.signed = new Jobs<>(station, FirmwareStatus.Idle);
        this.diagnostics = new Jobs<>(station, DiagnosticsStatusNotification.Status.Idle);
        this.log = new Jobs<>(station, UploadLogStatus.Idle);
    }

    /** The version that a BootNotification tells; each update raises it. */
    String firmware() {
        synchronized (cp.station()) {
            return "1." + updates + ".0";
        }
    }

    UpdateFirmware.Response update(UpdateFirmware.Request request) {
        cp.station()
                .afterAnswer(() -> firmware.start(
                        0,
                        List.of(
                                FirmwareStatusNotification.Status.Downloading,
                                FirmwareStatusNotification.Status.Downloaded,
                                FirmwareStatusNotification.Status.Installing,
                                FirmwareStatusNotification.Status.Installed),
                        wanted -> wanted == FirmwareStatusNotification.Status.Downloaded
                                        && !cp.station().transfers().load(request.location())
                                ? FirmwareStatusNotification.Status.DownloadFailed
                                : wanted,
                        state -> {
                            var told = new FirmwareStatusNotification.Request(state);
                            if (state == FirmwareStatusNotification.Status.Installed) {
                                cp.station().say(told, this::updated);
                            } else {
                                cp.station().say(told);
                            }
                        }));
        return new UpdateFirmware.Response();
    }

    SignedUpdateFirmware.Response signedUpdate(SignedUpdateFirmware.Request request) {
        if (!request.firmware().signingCertificate().contains("-----BEGIN CERTIFICATE-----")) {
            return new SignedUpdateFirmware.Response(SignedUpdateFirmware.UpdateFirmwareStatus.InvalidCertificate);
        }
        boolean replaces = signed.running();
        cp.station()
                .afterAnswer(() -> signed.start(
                        request.requestId(),
                        List.of(
                                FirmwareStatus.Downloading,
                                FirmwareStatus.Downloaded,
                                FirmwareStatus.SignatureVerified,
                                FirmwareStatus.Installing,
                                FirmwareStatus.Installed),
                        wanted -> wanted == FirmwareStatus.Downloaded
                                        && !cp.station()
                                                .transfers()
                                                .load(request.firmware().location())
                                ? FirmwareStatus.DownloadFailed
                                : wanted,
                        state -> {
                            var told = new SignedFirmwareStatusNotification.Request(state, request.requestId());
                            if (state == FirmwareStatus.Installed) {
                                cp.station().say(told, this::updated);
                            } else {
                                cp.station().say(told);
                            }
                        }));
        return new SignedUpdateFirmware.Response(
                replaces
                        ? SignedUpdateFirmware.UpdateFirmwareStatus.AcceptedCanceled
                        : SignedUpdateFirmware.UpdateFirmwareStatus.Accepted);
    }

    GetDiagnostics.Response diagnostics(GetDiagnostics.Request request) {
        String name = fileName("diagnostics");
        cp.station()
                .afterAnswer(() -> diagnostics.start(
                        0,
                        List.of(
                                DiagnosticsStatusNotification.Status.Uploading,
                                DiagnosticsStatusNotification.Status.Uploaded),
                        wanted -> wanted == DiagnosticsStatusNotification.Status.Uploaded
                                        && !cp.station().transfers().leave(request.location(), name)
                                ? DiagnosticsStatusNotification.Status.UploadFailed
                                : wanted,
                        state -> cp.station().say(new DiagnosticsStatusNotification.Request(state))));
        return new GetDiagnostics.Response(name);
    }

    GetLog.Response log(GetLog.Request request) {
        if (request.log().remoteLocation().isBlank()) {
            throw new CallRefused(ErrorCode.PropertyConstraintViolation, "log.remoteLocation is empty");
        }
        boolean replaces = log.running();
        String name = fileName("log");
        cp.station()
                .afterAnswer(() -> log.start(
                        request.requestId(),
                        List.of(UploadLogStatus.Uploading, UploadLogStatus.Uploaded),
                        wanted -> wanted == UploadLogStatus.Uploaded
                                        && !cp.station()
                                                .transfers()
                                                .leave(request.log().remoteLocation(), name)
                                ? UploadLogStatus.UploadFailure
                                : wanted,
                        state -> cp.station().say(new LogStatusNotification.Request(state, request.requestId()))));
        GetLog.LogStatus status = replaces ? GetLog.LogStatus.AcceptedCanceled : GetLog.LogStatus.Accepted;
        return new GetLog.Response(status, name);
    }

    FirmwareStatusNotification.Status firmwareState() {
        return firmware.state();
    }

    DiagnosticsStatusNotification.Status diagnosticsState() {
        return diagnostics.state();
    }

    FirmwareStatus signedState() {
        return signed.state();
    }

    /** Mandatory but while idle (L01.FR.21 of the security extension). */
    @Nullable
    Integer signedRequest() {
        return signed.running() ? signed.request() : null;
    }

    UploadLogStatus logState() {
        return log.state();
    }

    @Nullable
    Integer logRequest() {
        return log.running() ? log.request() : null;
    }

    private void updated() {
        synchronized (cp.station()) {
            updates++;
        }
        cp.station().lifecycle().reboot(BootReason.FirmwareUpdate, Reason.Reboot, false);
    }

    private String fileName(String what) {
        return what + "-" + cp.station().time().now().getEpochSecond() + ".txt";
    }
}
