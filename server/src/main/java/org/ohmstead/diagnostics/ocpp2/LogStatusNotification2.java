package org.ohmstead.diagnostics.ocpp2;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.notices.ocpp2.Payloads;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.LogStatusNotification.Request;
import org.ohmstead.ocpp.v2.LogStatusNotification.Response;
import org.ohmstead.stationjobs.Job;
import org.ohmstead.stationjobs.JobReport;
import org.ohmstead.stationjobs.JobStatuses;
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
