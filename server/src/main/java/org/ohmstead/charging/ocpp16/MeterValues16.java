package org.ohmstead.charging.ocpp16;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.charging.ChargingSessions;
import org.ohmstead.charging.UnreadWords;
import org.ohmstead.charging.readings.MeterReport;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v16.MeterValues;
import org.ohmstead.stations.Caller;

/** OCPP 1.6 §4.7: readings of a connector, or of the main meter (connector 0). */
@Singleton
public class MeterValues16 implements CallHandler<Caller, MeterValues.Request, MeterValues.Response> {
    private final ChargingSessions sessions;

    @Inject
    public MeterValues16(ChargingSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public MeterValues.Response handle(Caller station, MeterValues.Request call) {
        UnreadWords unread = new UnreadWords(station.deviations());
        sessions.meter(new MeterReport(
                station,
                call.connectorId(),
                true,
                call.transactionId(),
                Samples16.readings(call.meterValue(), "meterValue", unread)));
        return new MeterValues.Response();
    }
}
