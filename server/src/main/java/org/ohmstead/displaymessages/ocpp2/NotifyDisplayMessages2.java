package org.ohmstead.displaymessages.ocpp2;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.ohmstead.displaymessages.DisplayMessages;
import org.ohmstead.notices.ocpp2.Payloads;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.NotifyDisplayMessages.Request;
import org.ohmstead.ocpp.v2.NotifyDisplayMessages.Response;
import org.ohmstead.reports.ReportPage;
import org.ohmstead.reports.Reports;
import org.ohmstead.stations.Caller;

/** OCPP 2.x O03, O04: a page of the messages that the display may show. It is kept as a report too, as the station sent it. */
@Singleton
public class NotifyDisplayMessages2 implements CallHandler<Caller, Request, Response> {
    private final DisplayMessages messages;
    private final Reports reports;

    @Inject
    public NotifyDisplayMessages2(DisplayMessages messages, Reports reports) {
        this.messages = messages;
        this.reports = reports;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        ArrayNode items = Payloads.list(Request.class, call, "messageInfo");
        boolean last = !Boolean.TRUE.equals(call.tbc());
        List<ObjectNode> reported = new ArrayList<>();
        items.forEach(item -> reported.add((ObjectNode) item));
        messages.reported(caller.station(), call.requestId(), reported, last);
        reports.add(
                caller.station(),
                new ReportPage(
                        "NotifyDisplayMessages", call.requestId(), null, last, null, caller.receivedAt(), items));
        return new Response();
    }
}
