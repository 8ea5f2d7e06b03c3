package org.ohmstead.devicemodel.ocpp2;

import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.charging.lifecycle.EvseRatings;
import org.ohmstead.commands.limits.StationLimits;
import org.ohmstead.devicemodel.DeviceModel;
import org.ohmstead.notices.ocpp2.Payloads;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.NotifyReport.Request;
import org.ohmstead.ocpp.v2.NotifyReport.Response;
import org.ohmstead.reports.ReportPage;
import org.ohmstead.reports.Reports;
import org.ohmstead.stations.Caller;

/** OCPP 2.x B07, B08: a page of the device model. */
@Singleton
public class NotifyReport2 implements CallHandler<Caller, Request, Response> {
    private final Reports reports;
    private final EvseRatings ratings;
    private final StationLimits limits;
    private final DeviceModel model;

    @Inject
    public NotifyReport2(Reports reports, EvseRatings ratings, StationLimits limits, DeviceModel model) {
        this.reports = reports;
        this.ratings = ratings;
        this.limits = limits;
        this.model = model;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        ArrayNode items = Payloads.list(Request.class, call, "reportData");
        ratings.rate(caller.station(), RatedPower.of(items));
        // First, so that the model knows all pages when the report is whole; a repetition changes nothing.
        model.reported(caller.station(), items, caller.receivedAt());
        reports.add(
                caller.station(),
                new ReportPage(
                        "NotifyReport",
                        call.requestId(),
                        call.seqNo(),
                        !Boolean.TRUE.equals(call.tbc()),
                        call.generatedAt(),
                        caller.receivedAt(),
                        items));
        limits.reported(caller.station(), call);
        return new Response();
    }
}
