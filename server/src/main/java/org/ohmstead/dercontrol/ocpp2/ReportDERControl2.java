package org.ohmstead.dercontrol.ocpp2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.keys.KeptText;
import org.ohmstead.dercontrol.DerControls;
import org.ohmstead.dercontrol.ReportedControl;
import org.ohmstead.notices.ocpp2.Payloads;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.ReportDERControl.Request;
import org.ohmstead.ocpp.v2.ReportDERControl.Response;
import org.ohmstead.reports.ReportPage;
import org.ohmstead.reports.Reports;
import org.ohmstead.stations.Caller;

/** OCPP 2.1 R04: a page of the controls that a station has. It is kept as a report too, as the station sent it. */
@Singleton
public class ReportDERControl2 implements CallHandler<Caller, Request, Response> {
    /**
     * A list of the message.
     *
     * @param setting where an item has its setting
     * @param type    of all its items; null: each says its own
     */
    private record Kind(
            String list, String setting, @Nullable String type) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("curve", "curve", null),
            new Kind("enterService", "enterService", "EnterService"),
            new Kind("fixedPFAbsorb", "fixedPF", "FixedPFAbsorb"),
            new Kind("fixedPFInject", "fixedPF", "FixedPFInject"),
            new Kind("fixedVar", "fixedVar", "FixedVar"),
            new Kind("freqDroop", "freqDroop", "FreqDroop"),
            new Kind("gradient", "gradient", "Gradients"),
            new Kind("limitMaxDischarge", "limitMaxDischarge", "LimitMaxDischarge"));

    private final DerControls controls;
    private final Reports reports;

    @Inject
    public ReportDERControl2(DerControls controls, Reports reports) {
        this.controls = controls;
        this.reports = reports;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        boolean last = !Boolean.TRUE.equals(call.tbc());
        controls.reported(caller.station(), call.requestId(), controls(Payloads.tree(Request.class, call)), last);
        reports.add(
                caller.station(),
                new ReportPage(
                        "ReportDERControl",
                        call.requestId(),
                        null,
                        last,
                        null,
                        caller.receivedAt(),
                        Payloads.whole(Request.class, call, "requestId", "tbc")));
        return new Response();
    }

    private static List<ReportedControl> controls(ObjectNode page) {
        List<ReportedControl> all = new ArrayList<>();
        for (Kind kind : KINDS) {
            for (JsonNode item : page.path(kind.list())) {
                all.add(new ReportedControl(
                        KeptText.of(item.path("id").asText()),
                        kind.type() == null ? KeptText.of(item.path("curveType").asText()) : kind.type(),
                        item.path("isDefault").asBoolean(true), // the kinds that do not say it are never scheduled
                        item.path("isSuperseded").asBoolean(),
                        item.path(kind.setting())));
            }
        }
        return all;
    }
}
