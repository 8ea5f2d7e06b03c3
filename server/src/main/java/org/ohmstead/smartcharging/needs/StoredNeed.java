package org.ohmstead.smartcharging.needs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an EV asked for, with what came of it.
 *
 * @param transaction null: none is known to run there
 * @param answer      what the station was answered
 */
public record StoredNeed(
        long id, int evse, @Nullable String transaction, Asked asked, String answer, Offered offered, Planned planned) {

    /** @param needs ChargingNeeds of 2.x */
    public record Asked(
            ObjectNode needs,
            String mode,
            @Nullable Instant departsAt,
            @Nullable BigDecimal energyWh,
            @Nullable Integer mostPeriods,
            @Nullable Instant askedAt,
            Instant receivedAt) {}

    /**
     * @param offers   how many profiles were sent
     * @param energyWh what the last one allows until departure; null: there is no end, or it was not computed
     * @param note     why it stands so, for people; null: nothing to say
     */
    public record Offered(
            NeedState state,
            int offers,
            @Nullable BigDecimal energyWh,
            @Nullable String note,
            Instant changedAt) {}

    /** @param schedule of NotifyEVChargingSchedule; null: the EV has told none */
    public record Planned(
            @Nullable JsonNode schedule,
            @Nullable String answer,
            @Nullable Instant at) {
        public static final Planned NOTHING = new Planned(null, null, null);
    }

    StoredNeed with(@Nullable String other, Offered now) {
        return new StoredNeed(id, evse, other, asked, answer, now, planned);
    }

    StoredNeed with(Planned now, Offered then) {
        return new StoredNeed(id, evse, transaction, asked, answer, then, now);
    }
}
