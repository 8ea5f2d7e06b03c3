package org.ohmstead.simulator.v2;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.v2.BootNotification.BootReason;
import org.ohmstead.ocpp.v2.FirmwareStatusNotification;
import org.ohmstead.ocpp.v2.FirmwareStatusNotification.FirmwareStatus;
import org.ohmstead.ocpp.v2.GenericStatus;
import org.ohmstead.ocpp.v2.GetLog;
import org.ohmstead.ocpp.v2.LogStatusNotification;
import org.ohmstead.ocpp.v2.LogStatusNotification.UploadLogStatus;
import org.ohmstead.ocpp.v2.PublishFirmware;
import org.ohmstead.ocpp.v2.PublishFirmwareStatusNotification;
import org.ohmstead.ocpp.v2.PublishFirmwareStatusNotification.PublishFirmwareStatus;
import org.ohmstead.ocpp.v2.TransactionEvent.Reason;
import org.ohmstead.ocpp.v2.UnpublishFirmware;
import org.ohmstead.ocpp.v2.UnpublishFirmware.UnpublishFirmwareStatus;
import org.ohmstead.ocpp.v2.UpdateFirmware;
import org.ohmstead.ocpp.v2.UpdateFirmware.UpdateFirmwareStatus;
import org.ohmstead.simulator.station.Jobs;
import org.ohmstead.simulator.station.Station;

/** Firmware (L) and logs (N01): with its own CSMS files really go; what lies elsewhere is told as if. */
final class Maintenance2 {
    private final Station station;
    private final Jobs<FirmwareStatus> firmware;
    private final Jobs<PublishFirmwareStatus> publishing;
    private final Jobs<UploadLogStatus> log;
    private final Set<String> published = new HashSet<>();
    private int updates;

    Maintenance2(Protocol2 cs) {
        this.station = cs.station();
        this.firmware = new Jobs<>(station, FirmwareStatus.Idle);
        this.publishing = new Jobs<>(station, PublishFirmwareStatus.Idle);
        this.log = new Jobs<>(station, UploadLogStatus.Idle);
    }

    /** The version that a BootNotification tells; each update raises it. */
    String firmware() {
        synchronized (station) {
            return "1." + updates + ".0";
        }
    }

    UpdateFirmware.Response update(UpdateFirmware.Request request) {
        String certificate = request.firmware().signingCertificate();
        if (certificate != null && !certificate.contains("-----BEGIN CERTIFICATE-----")) {
            return new UpdateFirmware.Response(UpdateFirmwareStatus.InvalidCertificate);
        }
        List<FirmwareStatus> states = certificate == null
                ? List.of(
                        FirmwareStatus.Downloading,
                        FirmwareStatus.Downloaded,
                        FirmwareStatus.Installing,
                        FirmwareStatus.Installed)
                : List.of(
                        FirmwareStatus.Downloading,
                        FirmwareStatus.Downloaded,
                        FirmwareStatus.SignatureVerified,
                        FirmwareStatus.Installing,
                        FirmwareStatus.Installed);
        boolean replaces = firmware.running();
        Jobs.Work<FirmwareStatus> work = wanted -> wanted == FirmwareStatus.Downloaded
                        && !station.transfers().load(request.firmware().location())
                ? FirmwareStatus.DownloadFailed
                : wanted;
        station.afterAnswer(() -> firmware.start(request.requestId(), states, work, state -> {
            var told = new FirmwareStatusNotification.Request(state, request.requestId(), null);
            if (state == FirmwareStatus.Installed) {
                station.say(told, this::updated);
            } else {
                station.say(told);
            }
        }));
        return new UpdateFirmware.Response(
                replaces ? UpdateFirmwareStatus.AcceptedCanceled : UpdateFirmwareStatus.Accepted);
    }

    PublishFirmware.Response publish(PublishFirmware.Request request) {
        List<PublishFirmwareStatus> states = List.of(
                PublishFirmwareStatus.Downloading,
                PublishFirmwareStatus.Downloaded,
                PublishFirmwareStatus.ChecksumVerified,
                PublishFirmwareStatus.Published);
        Jobs.Work<PublishFirmwareStatus> work = wanted -> wanted == PublishFirmwareStatus.Downloaded
                        && !station.transfers().load(request.location())
                ? PublishFirmwareStatus.DownloadFailed
                : wanted;
        station.afterAnswer(() -> publishing.start(request.requestId(), states, work, state -> {
            boolean done = state == PublishFirmwareStatus.Published;
            if (done) {
                synchronized (station) {
                    published.add(request.checksum());
                }
            }
            // L03.FR.04: where it can be had, once it is published.
            List<String> where = done ? List.of("http://127.0.0.1/" + request.checksum()) : null;
            station.say(new PublishFirmwareStatusNotification.Request(state, where, request.requestId(), null));
        }));
        return new PublishFirmware.Response(GenericStatus.Accepted);
    }

    UnpublishFirmware.Response unpublish(UnpublishFirmware.Request request) {
        synchronized (station) {
            if (publishing.running()) {
                return new UnpublishFirmware.Response(UnpublishFirmwareStatus.DownloadOngoing);
            }
            return new UnpublishFirmware.Response(
                    published.remove(request.checksum())
                            ? UnpublishFirmwareStatus.Unpublished
                            : UnpublishFirmwareStatus.NoFirmware);
        }
    }

    GetLog.Response log(GetLog.Request request) {
        boolean replaces = log.running();
        String name = request.logType().name() + "-" + station.time().now().getEpochSecond() + ".txt";
        station.afterAnswer(() -> log.start(
                request.requestId(),
                List.of(UploadLogStatus.Uploading, UploadLogStatus.Uploaded),
                wanted -> wanted == UploadLogStatus.Uploaded
                                && !station.transfers().leave(request.log().remoteLocation(), name)
                        ? UploadLogStatus.UploadFailure
                        : wanted,
                state -> station.say(new LogStatusNotification.Request(state, request.requestId(), null))));
        return new GetLog.Response(
                replaces ? GetLog.LogStatus.AcceptedCanceled : GetLog.LogStatus.Accepted, null, name);
    }

    OcppCall<?> logStatus() {
        return Trigger2.logStatus(log.state(), log.running() ? log.request() : null);
    }

    OcppCall<?> firmwareStatus() {
        return Trigger2.firmwareStatus(firmware.state(), firmware.running() ? firmware.request() : null);
    }

    OcppCall<?> publishStatus() {
        return Trigger2.publishStatus(publishing.state(), publishing.running() ? publishing.request() : null);
    }

    private void updated() {
        synchronized (station) {
            updates++;
        }
        station.lifecycle().reboot(BootReason.FirmwareUpdate, Reason.Reboot, false);
    }
}
