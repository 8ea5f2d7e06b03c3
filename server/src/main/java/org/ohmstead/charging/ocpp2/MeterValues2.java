package org.ohmstead.charging.ocpp2;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.charging.ChargingSessions;
import org.ohmstead.charging.UnreadWords;
import org.ohmstead.charging.readings.MeterReport;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.MeterValues;
import org.ohmstead.stations.Caller;

/** OCPP 2.x J01: readings of an EVSE, or of the main meter (EVSE 0), that belong to no session. Always answered (J01.FR.18). */
@Singleton
public class MeterValues2 implements CallHandler<Caller, MeterValues.Request, MeterValues.Response> {
    private final ChargingSessions sessions;

    @Inject
    public MeterValues2(ChargingSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public MeterValues.Response handle(Caller station, MeterValues.Request call) {
        UnreadWords unread = new UnreadWords(station.deviations());
        sessions.meter(new MeterReport(
                station, call.evseId(), false, null, Samples2.readings(call.meterValue(), "meterValue", unread)));
        return new MeterValues.Response();
    }
}
