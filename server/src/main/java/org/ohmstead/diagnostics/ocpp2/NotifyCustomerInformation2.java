package org.ohmstead.diagnostics.ocpp2;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.NotifyCustomerInformation.Request;
import org.ohmstead.ocpp.v2.NotifyCustomerInformation.Response;
import org.ohmstead.reports.ReportPage;
import org.ohmstead.reports.Reports;
import org.ohmstead.stations.Caller;

/** OCPP 2.x N09, N10: a page of what the station knows about a customer, in free text. */
@Singleton
public class NotifyCustomerInformation2 implements CallHandler<Caller, Request, Response> {
    private final Reports reports;

    @Inject
    public NotifyCustomerInformation2(Reports reports) {
        this.reports = reports;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        reports.add(
                caller.station(),
                new ReportPage(
                        "NotifyCustomerInformation",
                        call.requestId(),
                        call.seqNo(),
                        !Boolean.TRUE.equals(call.tbc()),
                        call.generatedAt(),
                        caller.receivedAt(),
                        JsonNodeFactory.instance.arrayNode().add(call.data())));
        return new Response();
    }
}
