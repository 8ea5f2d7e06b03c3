package org.ohmstead.diagnostics.ocpp16;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v16.DiagnosticsStatusNotification.Request;
import org.ohmstead.ocpp.v16.DiagnosticsStatusNotification.Response;
import org.ohmstead.stationjobs.Job;
import org.ohmstead.stationjobs.JobReport;
import org.ohmstead.stationjobs.JobStatuses;
import org.ohmstead.stations.Caller;

/** OCPP 1.6 §4.4: how far an upload of diagnostics has come. It names no request. */
@Singleton
public class DiagnosticsStatusNotification16 implements CallHandler<Caller, Request, Response> {
    private final JobStatuses jobs;

    @Inject
    public DiagnosticsStatusNotification16(JobStatuses jobs) {
        this.jobs = jobs;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        jobs.report(
                caller.station(),
                new JobReport(Job.DIAGNOSTICS, null, caller.word("status", call.status()), null, caller.receivedAt()));
        return new Response();
    }
}
