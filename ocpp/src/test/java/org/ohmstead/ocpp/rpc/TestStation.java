package org.ohmstead.ocpp.rpc;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.routing.CallRefused;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;
import org.ohmstead.ocpp.rpc.routing.Gate;
import org.ohmstead.ocpp.rpc.routing.Routes;

/** A small CSMS for tests: few handlers, each with one trait, and a list of what reached them. */
final class TestStation {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    final List<Object> served = new CopyOnWriteArrayList<>();

    Routes<String> routes(OcppVersion version) {
        return version.isV2() ? routes2(version).build() : routes16().build();
    }

    Routes<String> routes(OcppVersion version, Gate<String> gate) {
        return (version.isV2() ? routes2(version) : routes16()).gate(gate).build();
    }

    private Routes.Builder<String> routes16() {
        return Routes.<String>of(OcppVersion.V16)
                .call(org.ohmstead.ocpp.v16.Heartbeat.Request.class, (caller, request) -> {
                    served.add(request);
                    return new org.ohmstead.ocpp.v16.Heartbeat.Response(NOW);
                })
                .call(org.ohmstead.ocpp.v16.MeterValues.Request.class, (caller, request) -> {
                    served.add(request);
                    return new org.ohmstead.ocpp.v16.MeterValues.Response();
                })
                .call(org.ohmstead.ocpp.v16.StatusNotification.Request.class, (caller, request) -> {
                    served.add(request);
                    return new org.ohmstead.ocpp.v16.StatusNotification.Response();
                })
                .call(org.ohmstead.ocpp.v16.StartTransaction.Request.class, (caller, request) -> {
                    served.add(request);
                    return new org.ohmstead.ocpp.v16.StartTransaction.Response(
                            new org.ohmstead.ocpp.v16.IdTagInfo(org.ohmstead.ocpp.v16.AuthorizationStatus.Accepted),
                            served.size());
                })
                .call(org.ohmstead.ocpp.v16.Authorize.Request.class, (caller, request) -> {
                    throw new CallRefused(ErrorCode.SecurityError, "not yet");
                })
                .call(org.ohmstead.ocpp.v16.StopTransaction.Request.class, (caller, request) -> {
                    throw new IllegalStateException("the database is gone");
                });
    }

    private Routes.Builder<String> routes2(OcppVersion version) {
        Routes.Builder<String> routes = Routes.<String>of(version)
                .call(org.ohmstead.ocpp.v2.Heartbeat.Request.class, (caller, request) -> {
                    served.add(request);
                    return new org.ohmstead.ocpp.v2.Heartbeat.Response(NOW);
                })
                .call(org.ohmstead.ocpp.v2.TransactionEvent.Request.class, (caller, request) -> {
                    served.add(request);
                    return new org.ohmstead.ocpp.v2.TransactionEvent.Response();
                });
        if (version == OcppVersion.V21) {
            routes.send(
                    org.ohmstead.ocpp.v2.NotifyPeriodicEventStream.Request.class, (caller, sent) -> served.add(sent));
        }
        return routes;
    }
}
