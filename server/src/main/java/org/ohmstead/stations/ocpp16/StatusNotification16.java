package org.ohmstead.stations.ocpp16;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v16.StatusNotification.Request;
import org.ohmstead.ocpp.v16.StatusNotification.Response;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.availability.ConnectorReport;
import org.ohmstead.stations.availability.ConnectorStates;

/** OCPP 1.6 §4.9: the state of a connector, or of the whole station as connector 0. */
@Singleton
public class StatusNotification16 implements CallHandler<Caller, Request, Response> {
    private final ConnectorStates connectors;

    @Inject
    public StatusNotification16(ConnectorStates connectors) {
        this.connectors = connectors;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        Integer number = call.connectorId();
        if (number != null && number >= 0) { // else it speaks of nothing that we know, and repeating it would not help
            connectors.report(
                    caller,
                    new ConnectorReport(
                            number,
                            number == 0 ? 0 : 1, // 1.6 knows no EVSE: each connector is one of its own
                            caller.word("status", call.status()),
                            errorCode(caller, call),
                            call.info(),
                            call.vendorId(),
                            call.vendorErrorCode(),
                            call.timestamp()));
        }
        return new Response();
    }

    private static @Nullable String errorCode(Caller caller, Request call) {
        String word = caller.word("errorCode", call.errorCode());
        return word.isEmpty() ? null : word;
    }
}
