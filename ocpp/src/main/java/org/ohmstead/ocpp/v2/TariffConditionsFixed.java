package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;

/**
 * When a fixed price applies: if all conditions present hold at the start of the transaction.
 *
 * @param startTimeOfDay     start, HH:MM in local time
 * @param endTimeOfDay       end, HH:MM in local time; 00:00 is the end of the day, an end before the start is on the
 *                           next day
 * @param dayOfWeek          days, in local time
 * @param validFromDate      first day, YYYY-MM-DD in local time
 * @param validToDate        day after the last, YYYY-MM-DD in local time
 * @param evseKind           kind of current
 * @param paymentBrand       brand of an ad hoc payment, as the token told in PaymentBrand
 * @param paymentRecognition kind of an ad hoc payment, as the token told in PaymentRecognition
 */
@Since(V21)
public record TariffConditionsFixed(
        @Nullable String startTimeOfDay,
        @Nullable String endTimeOfDay,
        @Items(min = 1, max = 7) @Nullable List<DayOfWeek> dayOfWeek,
        @Nullable String validFromDate,
        @Nullable String validToDate,
        @Nullable EvseKind evseKind,
        @MaxLength(20) @Nullable String paymentBrand,
        @MaxLength(20) @Nullable String paymentRecognition,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public TariffConditionsFixed(
            @Nullable String startTimeOfDay,
            @Nullable String endTimeOfDay,
            @Nullable List<DayOfWeek> dayOfWeek,
            @Nullable String validFromDate,
            @Nullable String validToDate,
            @Nullable EvseKind evseKind,
            @Nullable String paymentBrand,
            @Nullable String paymentRecognition) {
        this(
                startTimeOfDay,
                endTimeOfDay,
                dayOfWeek,
                validFromDate,
                validToDate,
                evseKind,
                paymentBrand,
                paymentRecognition,
                null);
    }
    /** What the specification requires; the rest absent. */
    public TariffConditionsFixed() {
        this(null, null, null, null, null, null, null, null, null);
    }
}
