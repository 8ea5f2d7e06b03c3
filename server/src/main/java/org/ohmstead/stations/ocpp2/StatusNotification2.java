package org.ohmstead.stations.ocpp2;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.StatusNotification.Request;
import org.ohmstead.ocpp.v2.StatusNotification.Response;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.availability.ConnectorReport;
import org.ohmstead.stations.availability.ConnectorStates;

/** G01: the state of a connector. 2.1 prefers {@link NotifyEvent2} for it; both end in the same state. */
@Singleton
public class StatusNotification2 implements CallHandler<Caller, Request, Response> {
    private final ConnectorStates connectors;

    @Inject
    public StatusNotification2(ConnectorStates connectors) {
        this.connectors = connectors;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        if (call.evseId() >= 0 && call.connectorId() >= 0) {
            connectors.report(
                    caller,
                    ConnectorReport.of(
                            call.evseId(),
                            call.connectorId(),
                            caller.word("connectorStatus", call.connectorStatus()),
                            call.timestamp()));
        }
        return new Response();
    }
}
