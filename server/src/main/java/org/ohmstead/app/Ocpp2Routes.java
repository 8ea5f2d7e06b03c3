package org.ohmstead.app;

import org.ohmstead.charging.ocpp2.MeterValues2;
import org.ohmstead.charging.ocpp2.TransactionEvent2;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Routes;
import org.ohmstead.ocpp.v2.Authorize;
import org.ohmstead.ocpp.v2.BootNotification;
import org.ohmstead.ocpp.v2.Heartbeat;
import org.ohmstead.ocpp.v2.MeterValues;
import org.ohmstead.ocpp.v2.NotifyEvent;
import org.ohmstead.ocpp.v2.StatusNotification;
import org.ohmstead.ocpp.v2.TransactionEvent;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.ocpp2.BootNotification2;
import org.ohmstead.stations.ocpp2.Heartbeat2;
import org.ohmstead.stations.ocpp2.NotifyEvent2;
import org.ohmstead.stations.ocpp2.StatusNotification2;
import org.ohmstead.tokens.ocpp2.Authorize2;

/** Who serves what a 2.0.1 or 2.1 station sends, in the order of the blocks of the specification. */
final class Ocpp2Routes {
    private Ocpp2Routes() {}

    static Routes.Builder<Caller> v201(Handlers handlers) {
        return both(Routes.of(OcppVersion.V201), handlers);
    }

    /** 2.1 has all of 2.0.1, and what is new in it. */
    static Routes.Builder<Caller> v21(Handlers handlers) {
        return both(Routes.of(OcppVersion.V21), handlers);
    }

    private static Routes.Builder<Caller> both(Routes.Builder<Caller> routes, Handlers handlers) {
        return routes
                // B Provisioning
                .call(BootNotification.Request.class, handlers.get(BootNotification2.class))
                // C Authorization
                .call(Authorize.Request.class, handlers.get(Authorize2.class))
                // E Transactions
                .call(TransactionEvent.Request.class, handlers.get(TransactionEvent2.class))
                // G Availability
                .call(Heartbeat.Request.class, handlers.get(Heartbeat2.class))
                .call(StatusNotification.Request.class, handlers.get(StatusNotification2.class))
                // J Meter values
                .call(MeterValues.Request.class, handlers.get(MeterValues2.class))
                // N Diagnostics
                .call(NotifyEvent.Request.class, handlers.get(NotifyEvent2.class));
    }
}
