package org.ohmstead.smartcharging.ocpp2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.ohmstead.notices.ocpp2.Payloads;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.ReportChargingProfiles.Request;
import org.ohmstead.ocpp.v2.ReportChargingProfiles.Response;
import org.ohmstead.reports.ReportPage;
import org.ohmstead.reports.Reports;
import org.ohmstead.smartcharging.profiles.ProfileReports;
import org.ohmstead.stations.Caller;

/** OCPP 2.x K09: a page of installed profiles, all of one EVSE and one source. It is kept as a report too, as the station sent it. */
@Singleton
public class ReportChargingProfiles2 implements CallHandler<Caller, Request, Response> {
    private final ProfileReports profiles;
    private final Reports reports;

    @Inject
    public ReportChargingProfiles2(ProfileReports profiles, Reports reports) {
        this.profiles = profiles;
        this.reports = reports;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        boolean last = !Boolean.TRUE.equals(call.tbc());
        List<ObjectNode> reported = new ArrayList<>();
        Payloads.list(Request.class, call, "chargingProfile").forEach(each -> reported.add((ObjectNode) each));
        profiles.reported(
                caller.station(), call.requestId(), call.evseId(), call.chargingLimitSource(), reported, last);
        reports.add(
                caller.station(),
                new ReportPage(
                        "ReportChargingProfiles",
                        call.requestId(),
                        null,
                        last,
                        null,
                        caller.receivedAt(),
                        Payloads.whole(Request.class, call, "requestId", "tbc")));
        return new Response();
    }
}
