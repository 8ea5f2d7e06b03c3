package org.ohmstead.tariffs.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.ohmstead.events.Event;

/**
 * A station has calculated what a session cost that has ended.
 *
 * @param transactionId the station's id of the session
 * @param totalCost     as TotalCost of OCPP 2.1 has it
 */
public record SessionCostCalculated(
        long tenant, Long station, Instant at, String identity, String transactionId, JsonNode totalCost)
        implements Event {
    @Override
    public String kind() {
        return "session-cost.calculated";
    }
}
