package org.ohmstead.charging.trail;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.SessionView;

/** What differs between two states of a session, for its trail of evidence. */
public final class SessionChanges {
    private SessionChanges() {}

    /** Each field that changed, by the name that the API has for it, with its new value; an empty text: no longer known. */
    public static Map<String, Object> between(@Nullable ChargingSession before, ChargingSession after) {
        Map<String, @Nullable Object> old = before == null ? Map.of() : fields(before);
        Map<String, Object> changes = new LinkedHashMap<>();
        fields(after).forEach((name, value) -> {
            if (!Objects.equals(value, old.get(name))) {
                changes.put(name, value == null ? "" : value);
            }
        });
        return changes;
    }

    private static Map<String, @Nullable Object> fields(ChargingSession session) {
        SessionView view = SessionView.of(session);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("state", view.state());
        fields.put("evse", view.evse());
        fields.put("connector", view.connector());
        fields.put("transactionId", view.transactionId());
        fields.put("token", view.token());
        fields.put("tokenVerdict", view.tokenVerdict());
        fields.put("stopToken", view.stopToken());
        fields.put("startedAt", view.startedAt());
        fields.put("endedAt", view.endedAt());
        fields.put("meterStartWh", view.meterStartWh());
        fields.put("meterStopWh", view.meterStopWh());
        fields.put("energyWh", view.energyWh());
        fields.put("chargingState", view.chargingState());
        fields.put("stopReason", view.stopReason());
        fields.put("closedBy", view.closedBy());
        fields.put("presumedEnd", view.presumedEnd());
        fields.put("freeAt", view.freeAt());
        fields.put("verdict", view.verdict());
        fields.put("reservationNumber", view.reservationNumber());
        fields.put("remoteStartNumber", view.remoteStartNumber());
        fields.put("offline", view.offline());
        fields.put("suspicions", view.suspicions());
        return fields;
    }
}
