package org.ohmstead.firmware.ocpp16;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v16.FirmwareStatusNotification.Request;
import org.ohmstead.ocpp.v16.FirmwareStatusNotification.Response;
import org.ohmstead.stationjobs.Job;
import org.ohmstead.stationjobs.JobReport;
import org.ohmstead.stationjobs.JobStatuses;
import org.ohmstead.stations.Caller;

/** OCPP 1.6 §4.5: how far an unsigned update has come. It names no request. */
@Singleton
public class FirmwareStatusNotification16 implements CallHandler<Caller, Request, Response> {
    private final JobStatuses jobs;

    @Inject
    public FirmwareStatusNotification16(JobStatuses jobs) {
        this.jobs = jobs;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        jobs.report(
                caller.station(),
                new JobReport(Job.FIRMWARE, null, caller.word("status", call.status()), null, caller.receivedAt()));
        return new Response();
    }
}
