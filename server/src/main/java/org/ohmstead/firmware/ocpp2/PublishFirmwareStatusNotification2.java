package org.ohmstead.firmware.ocpp2;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.notices.ocpp2.Payloads;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.PublishFirmwareStatusNotification.Request;
import org.ohmstead.ocpp.v2.PublishFirmwareStatusNotification.Response;
import org.ohmstead.stationjobs.Job;
import org.ohmstead.stationjobs.JobReport;
import org.ohmstead.stationjobs.JobStatuses;
import org.ohmstead.stations.Caller;

/** OCPP 2.x L03: how far a local controller has come with publishing firmware. */
@Singleton
public class PublishFirmwareStatusNotification2 implements CallHandler<Caller, Request, Response> {
    private final JobStatuses jobs;

    @Inject
    public PublishFirmwareStatusNotification2(JobStatuses jobs) {
        this.jobs = jobs;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        jobs.report(
                caller.station(),
                new JobReport(
                        Job.PUBLISH_FIRMWARE,
                        call.requestId(),
                        caller.word("status", call.status()),
                        Payloads.rest(Request.class, call, "status", "requestId"),
                        caller.receivedAt()));
        return new Response();
    }
}
