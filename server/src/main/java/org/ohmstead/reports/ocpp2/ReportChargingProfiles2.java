package org.ohmstead.reports.ocpp2;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.notices.ocpp2.Payloads;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.ReportChargingProfiles.Request;
import org.ohmstead.ocpp.v2.ReportChargingProfiles.Response;
import org.ohmstead.reports.ReportPage;
import org.ohmstead.reports.Reports;
import org.ohmstead.stations.Caller;

/** OCPP 2.x K09: a page of installed profiles, all of one EVSE and one source. */
@Singleton
public class ReportChargingProfiles2 implements CallHandler<Caller, Request, Response> {
    private final Reports reports;

    @Inject
    public ReportChargingProfiles2(Reports reports) {
        this.reports = reports;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        reports.add(
                caller.station(),
                new ReportPage(
                        "ReportChargingProfiles",
                        call.requestId(),
                        null,
                        !Boolean.TRUE.equals(call.tbc()),
                        null,
                        caller.receivedAt(),
                        Payloads.whole(Request.class, call, "requestId", "tbc")));
        return new Response();
    }
}
