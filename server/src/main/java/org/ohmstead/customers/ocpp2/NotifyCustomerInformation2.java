package org.ohmstead.customers.ocpp2;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.customers.CustomerReports;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.NotifyCustomerInformation.Request;
import org.ohmstead.ocpp.v2.NotifyCustomerInformation.Response;
import org.ohmstead.stations.Caller;

/** OCPP 2.x N09, N10: a page of what the station knows about a customer, in free text. */
@Singleton
public class NotifyCustomerInformation2 implements CallHandler<Caller, Request, Response> {
    private final CustomerReports reports;

    @Inject
    public NotifyCustomerInformation2(CustomerReports reports) {
        this.reports = reports;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        reports.add(
                caller.station(),
                call.requestId(),
                new CustomerReports.Part(
                        call.seqNo(), !Boolean.TRUE.equals(call.tbc()), call.data(), caller.receivedAt()));
        return new Response();
    }
}
