package org.ohmstead.diagnostics.ocpp16;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v16.LogStatusNotification.Request;
import org.ohmstead.ocpp.v16.LogStatusNotification.Response;
import org.ohmstead.stationjobs.Job;
import org.ohmstead.stationjobs.JobReport;
import org.ohmstead.stationjobs.JobStatuses;
import org.ohmstead.stations.Caller;

/** OCPP 1.6 security extension N01: how far the upload of a log has come. */
@Singleton
public class LogStatusNotification16 implements CallHandler<Caller, Request, Response> {
    private final JobStatuses jobs;

    @Inject
    public LogStatusNotification16(JobStatuses jobs) {
        this.jobs = jobs;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        jobs.report(
                caller.station(),
                new JobReport(
                        Job.LOG, call.requestId(), caller.word("status", call.status()), null, caller.receivedAt()));
        return new Response();
    }
}
