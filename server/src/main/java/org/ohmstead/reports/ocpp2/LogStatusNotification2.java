package org.ohmstead.reports.ocpp2;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.LogStatusNotification.Request;
import org.ohmstead.ocpp.v2.LogStatusNotification.Response;
import org.ohmstead.reports.maintenance.Job;
import org.ohmstead.reports.maintenance.JobReport;
import org.ohmstead.reports.maintenance.JobStatuses;
import org.ohmstead.stations.Caller;

/** OCPP 2.x N01: how far the upload of a log has come. */
@Singleton
public class LogStatusNotification2 implements CallHandler<Caller, Request, Response> {
    private final JobStatuses jobs;

    @Inject
    public LogStatusNotification2(JobStatuses jobs) {
        this.jobs = jobs;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        jobs.report(
                caller.station(),
                new JobReport(
                        Job.LOG,
                        call.requestId(),
                        caller.word("status", call.status()),
                        Payloads.rest(Request.class, call, "status", "requestId"),
                        caller.receivedAt()));
        return new Response();
    }
}
