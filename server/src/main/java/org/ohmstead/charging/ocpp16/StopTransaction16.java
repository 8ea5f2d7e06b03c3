package org.ohmstead.charging.ocpp16;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.ChargingSessions;
import org.ohmstead.charging.UnreadWords;
import org.ohmstead.charging.lifecycle.Stop;
import org.ohmstead.charging.session.StopReason;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v16.StopTransaction;
import org.ohmstead.stations.Caller;
import org.ohmstead.tokens.TokenVerdict;
import org.ohmstead.tokens.ocpp16.IdTagInfos;

/** OCPP 1.6 §4.10: a session has ended. It cannot be refused, whatever number it bears. */
@Singleton
public class StopTransaction16 implements CallHandler<Caller, StopTransaction.Request, StopTransaction.Response> {
    private final ChargingSessions sessions;

    @Inject
    public StopTransaction16(ChargingSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public StopTransaction.Response handle(Caller station, StopTransaction.Request call) {
        UnreadWords unread = new UnreadWords(station.deviations());
        Optional<TokenVerdict> verdict = sessions.end(new Stop(
                station,
                call.transactionId(),
                call.idTag(),
                call.meterStop() == null ? null : BigDecimal.valueOf(call.meterStop()),
                call.timestamp(),
                reason(call.reason(), unread),
                unread.text("reason"),
                Samples16.readings(call.transactionData(), "transactionData", unread)));
        return new StopTransaction.Response(verdict.map(IdTagInfos::of).orElse(null));
    }

    private static StopReason reason(StopTransaction.@Nullable Reason reason, UnreadWords unread) {
        if (reason == null) {
            return unread.text("reason") == null ? StopReason.LOCAL : StopReason.OTHER;
        }
        return switch (reason) {
            case EmergencyStop -> StopReason.EMERGENCY_STOP;
            case EVDisconnected -> StopReason.EV_DISCONNECTED;
            case HardReset -> StopReason.HARD_RESET;
            case Local -> StopReason.LOCAL;
            case Other -> StopReason.OTHER;
            case PowerLoss -> StopReason.POWER_LOSS;
            case Reboot -> StopReason.REBOOT;
            case Remote -> StopReason.REMOTE;
            case SoftReset -> StopReason.SOFT_RESET;
            case UnlockCommand -> StopReason.UNLOCKED;
            case DeAuthorized -> StopReason.DEAUTHORIZED;
        };
    }
}
