package org.ohmstead.charging.ocpp16;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import org.ohmstead.charging.ChargingSessions;
import org.ohmstead.charging.lifecycle.Start;
import org.ohmstead.charging.lifecycle.StartTransactions;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v16.StartTransaction;
import org.ohmstead.stations.Caller;
import org.ohmstead.tokens.ocpp16.IdTagInfos;

/**
 * OCPP 1.6 §4.8: a session has begun at the station, perhaps hours ago while it was offline. It always gets a number, also
 * with a token that is refused: silence would freeze the station (field note 100).
 */
@Singleton
public class StartTransaction16 implements CallHandler<Caller, StartTransaction.Request, StartTransaction.Response> {
    private final ChargingSessions sessions;

    @Inject
    public StartTransaction16(ChargingSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public StartTransaction.Response handle(Caller station, StartTransaction.Request call) {
        StartTransactions.Begun begun = sessions.begin(new Start(
                station,
                call.connectorId(),
                call.idTag(),
                call.meterStart() == null ? null : BigDecimal.valueOf(call.meterStart()),
                call.timestamp(),
                call.reservationId() == null ? null : call.reservationId().longValue()));
        return new StartTransaction.Response(IdTagInfos.of(begun.verdict()), begun.number());
    }
}
