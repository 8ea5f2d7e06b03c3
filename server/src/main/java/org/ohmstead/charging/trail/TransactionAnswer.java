package org.ohmstead.charging.trail;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.tokens.TokenVerdict;

/**
 * What a station is told in answer to a 2.x event (TransactionEventResponse). Whoever has more to say than charging itself adds
 * it by a {@link TransactionAnswerPart}.
 *
 * @param verdict   on the token in the event; null: there was none
 * @param totalCost running, or final after the last event, with taxes, in the station's currency; 0 is free, null: not known
 *                  (I03.FR.04)
 * @param priority  rank of charging from -9 to 9 for this session, before that of the token; null: that of the token
 * @param message   new text for this driver; null: none
 */
public record TransactionAnswer(
        @Nullable TokenVerdict verdict,
        @Nullable BigDecimal totalCost,
        @Nullable Integer priority,
        @Nullable String message) {
    public static TransactionAnswer of(@Nullable TokenVerdict verdict) {
        return new TransactionAnswer(verdict, null, null, null);
    }
}
