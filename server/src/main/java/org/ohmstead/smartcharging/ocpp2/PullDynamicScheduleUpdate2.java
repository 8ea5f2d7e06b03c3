package org.ohmstead.smartcharging.ocpp2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.ChargingProfileStatus;
import org.ohmstead.ocpp.v2.ChargingScheduleUpdate;
import org.ohmstead.ocpp.v2.PullDynamicScheduleUpdate.Request;
import org.ohmstead.ocpp.v2.PullDynamicScheduleUpdate.Response;
import org.ohmstead.ocpp.v2.StatusInfo;
import org.ohmstead.smartcharging.profiles.ChargingProfiles;
import org.ohmstead.stations.Caller;

/** OCPP 2.1 K28.FR.07, 12: the station asks for the values of a dynamic profile. */
@Singleton
public class PullDynamicScheduleUpdate2 implements CallHandler<Caller, Request, Response> {
    private final ChargingProfiles profiles;

    @Inject
    public PullDynamicScheduleUpdate2(ChargingProfiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        return profiles.valuesOf(caller.station(), call.chargingProfileId())
                .map(values -> new Response(ChargingProfileStatus.Accepted, update(values), null))
                .orElseGet(() -> new Response(
                        ChargingProfileStatus.Rejected,
                        null,
                        new StatusInfo("InvalidProfile", "No dynamic charging profile of this id was sent from here")));
    }

    private static ChargingScheduleUpdate update(ObjectNode values) {
        return new ChargingScheduleUpdate(
                number(values, "limit"),
                number(values, "limit_L2"),
                number(values, "limit_L3"),
                number(values, "dischargeLimit"),
                number(values, "dischargeLimit_L2"),
                number(values, "dischargeLimit_L3"),
                number(values, "setpoint"),
                number(values, "setpoint_L2"),
                number(values, "setpoint_L3"),
                number(values, "setpointReactive"),
                number(values, "setpointReactive_L2"),
                number(values, "setpointReactive_L3"),
                null);
    }

    private static @Nullable BigDecimal number(ObjectNode values, String field) {
        JsonNode value = values.path(field);
        return value.isNumber() ? value.decimalValue() : null;
    }
}
