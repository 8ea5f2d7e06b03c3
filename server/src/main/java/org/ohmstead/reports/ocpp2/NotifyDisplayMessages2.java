package org.ohmstead.reports.ocpp2;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.NotifyDisplayMessages.Request;
import org.ohmstead.ocpp.v2.NotifyDisplayMessages.Response;
import org.ohmstead.reports.devicemodel.ReportPage;
import org.ohmstead.reports.devicemodel.Reports;
import org.ohmstead.stations.Caller;

/** OCPP 2.x O03, O04: a page of the messages that the display may show. */
@Singleton
public class NotifyDisplayMessages2 implements CallHandler<Caller, Request, Response> {
    private final Reports reports;

    @Inject
    public NotifyDisplayMessages2(Reports reports) {
        this.reports = reports;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        reports.add(
                caller.station(),
                new ReportPage(
                        "NotifyDisplayMessages",
                        call.requestId(),
                        null,
                        !Boolean.TRUE.equals(call.tbc()),
                        null,
                        caller.receivedAt(),
                        Payloads.list(Request.class, call, "messageInfo")));
        return new Response();
    }
}
