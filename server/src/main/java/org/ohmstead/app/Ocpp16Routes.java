package org.ohmstead.app;

import org.ohmstead.authority.ocpp16.SignCertificate16;
import org.ohmstead.charging.ocpp16.MeterValues16;
import org.ohmstead.charging.ocpp16.StartTransaction16;
import org.ohmstead.charging.ocpp16.StopTransaction16;
import org.ohmstead.diagnostics.ocpp16.DiagnosticsStatusNotification16;
import org.ohmstead.diagnostics.ocpp16.LogStatusNotification16;
import org.ohmstead.firmware.ocpp16.FirmwareStatusNotification16;
import org.ohmstead.firmware.ocpp16.SignedFirmwareStatusNotification16;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.routing.Routes;
import org.ohmstead.ocpp.v16.Authorize;
import org.ohmstead.ocpp.v16.BootNotification;
import org.ohmstead.ocpp.v16.DataTransfer;
import org.ohmstead.ocpp.v16.DiagnosticsStatusNotification;
import org.ohmstead.ocpp.v16.FirmwareStatusNotification;
import org.ohmstead.ocpp.v16.Heartbeat;
import org.ohmstead.ocpp.v16.LogStatusNotification;
import org.ohmstead.ocpp.v16.MeterValues;
import org.ohmstead.ocpp.v16.SecurityEventNotification;
import org.ohmstead.ocpp.v16.SignCertificate;
import org.ohmstead.ocpp.v16.SignedFirmwareStatusNotification;
import org.ohmstead.ocpp.v16.StartTransaction;
import org.ohmstead.ocpp.v16.StatusNotification;
import org.ohmstead.ocpp.v16.StopTransaction;
import org.ohmstead.securityevents.ocpp16.SecurityEventNotification16;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.ocpp16.BootNotification16;
import org.ohmstead.stations.ocpp16.Heartbeat16;
import org.ohmstead.stations.ocpp16.StatusNotification16;
import org.ohmstead.tokens.ocpp16.Authorize16;
import org.ohmstead.vendor.ocpp16.DataTransfer16;

/** Who serves what a 1.6 station sends, in the order of the specification. */
final class Ocpp16Routes {
    private Ocpp16Routes() {}

    static Routes.Builder<Caller> v16(Handlers handlers) {
        Routes.Builder<Caller> routes = Routes.of(OcppVersion.V16);
        core(routes, handlers);
        firmwareManagement(routes, handlers);
        security(routes, handlers);
        return routes;
    }

    /** §4.1 to §4.3, §4.6 to §4.10. */
    private static void core(Routes.Builder<Caller> routes, Handlers handlers) {
        routes.call(Authorize.Request.class, handlers.get(Authorize16.class))
                .call(BootNotification.Request.class, handlers.get(BootNotification16.class))
                .call(DataTransfer.Request.class, handlers.get(DataTransfer16.class))
                .call(Heartbeat.Request.class, handlers.get(Heartbeat16.class))
                .call(MeterValues.Request.class, handlers.get(MeterValues16.class))
                .call(StartTransaction.Request.class, handlers.get(StartTransaction16.class))
                .call(StatusNotification.Request.class, handlers.get(StatusNotification16.class))
                .call(StopTransaction.Request.class, handlers.get(StopTransaction16.class));
    }

    /** §4.4, §4.5. */
    private static void firmwareManagement(Routes.Builder<Caller> routes, Handlers handlers) {
        routes.call(DiagnosticsStatusNotification.Request.class, handlers.get(DiagnosticsStatusNotification16.class))
                .call(FirmwareStatusNotification.Request.class, handlers.get(FirmwareStatusNotification16.class));
    }

    /** The security extension. */
    private static void security(Routes.Builder<Caller> routes, Handlers handlers) {
        routes.call(LogStatusNotification.Request.class, handlers.get(LogStatusNotification16.class))
                .call(SecurityEventNotification.Request.class, handlers.get(SecurityEventNotification16.class))
                .call(SignCertificate.Request.class, handlers.get(SignCertificate16.class))
                .call(
                        SignedFirmwareStatusNotification.Request.class,
                        handlers.get(SignedFirmwareStatusNotification16.class));
    }
}
