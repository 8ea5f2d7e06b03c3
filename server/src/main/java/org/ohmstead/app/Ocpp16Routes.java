package org.ohmstead.app;

import org.ohmstead.charging.ocpp16.MeterValues16;
import org.ohmstead.charging.ocpp16.StartTransaction16;
import org.ohmstead.charging.ocpp16.StopTransaction16;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Routes;
import org.ohmstead.ocpp.v16.Authorize;
import org.ohmstead.ocpp.v16.BootNotification;
import org.ohmstead.ocpp.v16.Heartbeat;
import org.ohmstead.ocpp.v16.MeterValues;
import org.ohmstead.ocpp.v16.StartTransaction;
import org.ohmstead.ocpp.v16.StatusNotification;
import org.ohmstead.ocpp.v16.StopTransaction;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.ocpp16.BootNotification16;
import org.ohmstead.stations.ocpp16.Heartbeat16;
import org.ohmstead.stations.ocpp16.StatusNotification16;
import org.ohmstead.tokens.ocpp16.Authorize16;

/** Who serves what a 1.6 station sends, in the order of the specification. */
final class Ocpp16Routes {
    private Ocpp16Routes() {}

    static Routes.Builder<Caller> v16(Handlers handlers) {
        return Routes.<Caller>of(OcppVersion.V16)
                // §4 Core
                .call(Authorize.Request.class, handlers.get(Authorize16.class))
                .call(BootNotification.Request.class, handlers.get(BootNotification16.class))
                .call(Heartbeat.Request.class, handlers.get(Heartbeat16.class))
                .call(MeterValues.Request.class, handlers.get(MeterValues16.class))
                .call(StartTransaction.Request.class, handlers.get(StartTransaction16.class))
                .call(StatusNotification.Request.class, handlers.get(StatusNotification16.class))
                .call(StopTransaction.Request.class, handlers.get(StopTransaction16.class));
    }
}
