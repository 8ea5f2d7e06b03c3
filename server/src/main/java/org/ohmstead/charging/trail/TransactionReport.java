package org.ohmstead.charging.trail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.readings.CanonicalText;
import org.ohmstead.charging.readings.Reading;
import org.ohmstead.charging.session.ChargingState;
import org.ohmstead.charging.session.ConnectorRef;
import org.ohmstead.charging.session.StopReason;
import org.ohmstead.stations.Caller;

/**
 * A station reports one event of a session that it keeps the id and the sequence of (2.x).
 *
 * @param transaction the station's id of the session
 * @param seqNo       place in the sequence; null: missing
 * @param at          by the clock of the station
 * @param offline     it happened while the station was offline
 * @param trigger     the station's word for what made it report
 * @param token       presented at this event; null: none
 * @param reason      why it ended; null: not told
 * @param rawReason   the station's word for it, where it is none of ours
 */
public record TransactionReport(
        Caller caller,
        String transaction,
        Step step,
        @Nullable Integer seqNo,
        @Nullable Instant at,
        boolean offline,
        Cause cause,
        @Nullable String trigger,
        ConnectorRef place,
        @Nullable Presented token,
        @Nullable ChargingState charging,
        @Nullable StopReason reason,
        @Nullable String rawReason,
        @Nullable Long reservation,
        @Nullable Long remoteStart,
        List<Reading> readings) {

    /** What an event is in the life of a session. */
    public enum Step {
        STARTED,
        UPDATED,
        ENDED
    }

    /** What made the station report, as far as it matters here. */
    public enum Cause {
        /** Nothing but the time for a reading. */
        READING,
        /** A token that stops the session was presented. */
        STOP_TOKEN,
        OTHER
    }

    /**
     * A token that was presented.
     *
     * @param type of OCPP 2.x
     */
    public record Presented(String value, String type) {}

    /**
     * All that the message says, for telling a repetition from a contradiction. Not whether it was offline: what was lost on its
     * way comes again from the queue, and says so then.
     */
    public CanonicalText content() {
        CanonicalText content = new CanonicalText("transaction-event/1")
                .with("transaction", transaction)
                .with("step", step)
                .with("seqNo", seqNo)
                .with("at", at)
                .with("trigger", trigger)
                .with("evse", place.evse())
                .with("connector", place.connector())
                .with("token", token == null ? null : token.value())
                .with("tokenType", token == null ? null : token.type())
                .with("charging", charging)
                .with("reason", reason)
                .with("rawReason", rawReason)
                .with("reservation", reservation)
                .with("remoteStart", remoteStart);
        return content.each("reading", readings, (text, reading) -> reading.write(text));
    }
}
