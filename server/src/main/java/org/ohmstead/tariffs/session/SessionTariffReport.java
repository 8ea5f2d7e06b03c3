package org.ohmstead.tariffs.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an event of a session tells of its tariff.
 *
 * @param transaction the station's id of the session
 * @param tariff      tariffId of the one in use; null: not told
 * @param isRefused   the driver or the EV did not accept it
 * @param cost        as CostDetails of OCPP 2.1 has them; null: not told
 * @param isFinal     whether the session has ended with it
 * @param at          by the station's clock
 */
public record SessionTariffReport(
        String transaction,
        @Nullable String tariff,
        boolean isRefused,
        @Nullable JsonNode cost,
        boolean isFinal,
        Instant at) {}
