package org.ohmstead.monitoring.ocpp2;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.notices.ocpp2.Payloads;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.NotifyMonitoringReport.Request;
import org.ohmstead.ocpp.v2.NotifyMonitoringReport.Response;
import org.ohmstead.reports.ReportPage;
import org.ohmstead.reports.Reports;
import org.ohmstead.stations.Caller;

/** OCPP 2.x N02: a page of the monitors that are set. */
@Singleton
public class NotifyMonitoringReport2 implements CallHandler<Caller, Request, Response> {
    private final Reports reports;

    @Inject
    public NotifyMonitoringReport2(Reports reports) {
        this.reports = reports;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        reports.add(
                caller.station(),
                new ReportPage(
                        "NotifyMonitoringReport",
                        call.requestId(),
                        call.seqNo(),
                        !Boolean.TRUE.equals(call.tbc()),
                        call.generatedAt(),
                        caller.receivedAt(),
                        Payloads.list(Request.class, call, "monitor")));
        return new Response();
    }
}
