package org.ohmstead.pricing.ocpi;

import static org.ohmstead.pricing.ocpi.Fields.required;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.pricing.charge.Charge;
import org.ohmstead.pricing.charge.ChargePart;
import org.ohmstead.pricing.charge.ChargePart.Phase;
import org.ohmstead.pricing.charge.Exact;
import org.ohmstead.pricing.charge.Span;
import org.ohmstead.pricing.charge.Volumes;

/** From a CDR's JSON to the charge that it tells of. */
public final class CdrForm {
    /** Of one charge. */
    public static final Duration LONGEST = Duration.ofDays(366);

    private static final int MOST_PERIODS = 20_000;
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    /** Less than this is the rounding of the hours, which OCPI gives four decimals. */
    private static final BigDecimal HALF_A_SECOND = new BigDecimal("0.5");

    private CdrForm() {}

    /**
     * Reads a CDR.
     *
     * @param path     where it stands; with it begins what a refusal names
     * @param currency of the tariff, which must be that of the CDR
     */
    public static Charge read(String path, @Nullable OcpiCdr form, ZoneId zone, Currency currency) {
        OcpiCdr json = required(path, form);
        Instant start = time(path + ".start_date_time", json.startDateTime());
        Instant end = time(path + ".end_date_time", json.endDateTime());
        if (end.isBefore(start) || Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw Refused.invalid(
                    path + ".end_date_time",
                    path + ".end_date_time is " + end + "; allowed is " + start + " to " + LONGEST.toDays()
                            + " days later.");
        }
        Currency own = Fields.currency(path + ".currency", json.currency());
        if (!own.equals(currency)) {
            throw Refused.invalid(
                    path + ".currency",
                    path + ".currency is " + own + "; allowed is that of the tariff, " + currency + ".");
        }
        return new Charge(zone, own, start, end, parts(path + ".charging_periods", json, start, end), false);
    }

    private static Instant time(String path, @Nullable String text) {
        return required(path, Fields.instant(path, text));
    }

    private static List<ChargePart> parts(String path, OcpiCdr json, Instant start, Instant end) {
        List<Period> periods = new ArrayList<>();
        for (OcpiCdr.Period period : Fields.some(path, json.chargingPeriods(), MOST_PERIODS)) {
            periods.add(period(path + "[" + periods.size() + "]", period, start, end));
        }
        periods.sort(Comparator.comparing(Period::from));
        List<ChargePart> parts = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            Instant to = i + 1 < periods.size() ? periods.get(i + 1).from() : end;
            periods.get(i).add(parts, to);
        }
        return parts;
    }

    private static Period period(String path, OcpiCdr.Period json, Instant start, Instant end) {
        Instant from = time(path + ".start_date_time", json.startDateTime());
        if (from.isBefore(start) || from.isAfter(end)) {
            throw Refused.invalid(
                    path + ".start_date_time",
                    path + ".start_date_time is " + from + "; allowed is " + start + " to " + end + ".");
        }
        Map<CdrDimension, BigDecimal> volumes = new EnumMap<>(CdrDimension.class);
        List<OcpiCdr.Measured> dimensions = json.dimensions() == null ? List.of() : json.dimensions();
        for (int i = 0; i < dimensions.size(); i++) {
            String at = path + ".dimensions[" + i + "]";
            CdrDimension type = required(at + ".type", dimensions.get(i).type());
            if (volumes.put(type, volume(at + ".volume", type, dimensions.get(i).volume())) != null) {
                throw Refused.invalid(at + ".type", at + ".type is " + type + " again; send it once per period.");
            }
        }
        return new Period(from, volumes);
    }

    private static BigDecimal volume(String path, CdrDimension type, @Nullable BigDecimal volume) {
        boolean maySink =
                switch (type) {
                    case CURRENT, MIN_CURRENT, MAX_CURRENT, POWER, MIN_POWER, MAX_POWER, ENERGY -> true;
                    case ENERGY_EXPORT, ENERGY_IMPORT, PARKING_TIME, RESERVATION_TIME, STATE_OF_CHARGE, TIME -> false;
                };
        return required(path, maySink ? Fields.number(path, volume) : Fields.amount(path, volume));
    }

    /** A period whose end is not known yet. */
    private record Period(Instant from, Map<CdrDimension, BigDecimal> volumes) {
        /** One part, or a reservation and what followed it within the same period. */
        void add(List<ChargePart> parts, Instant to) {
            BigDecimal length = Exact.seconds(from, to);
            BigDecimal reserved = seconds(CdrDimension.RESERVATION_TIME, length);
            Volumes session = new Volumes(
                    energy(),
                    seconds(CdrDimension.TIME, length),
                    seconds(CdrDimension.PARKING_TIME, length),
                    BigDecimal.ZERO);
            if (reserved.signum() == 0) {
                parts.add(part(Phase.SESSION, from, to, session));
                return;
            }
            Volumes reservation = new Volumes(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, reserved);
            if (session.isNone()) {
                parts.add(part(Phase.RESERVATION, from, to, reservation));
                return;
            }
            Instant begun = Exact.after(from, reserved.min(length));
            parts.add(part(Phase.RESERVATION, from, begun, reservation));
            parts.add(part(Phase.SESSION, begun, to, session));
        }

        private ChargePart part(Phase phase, Instant from, Instant to, Volumes amounts) {
            return new ChargePart(
                    phase,
                    from,
                    to,
                    amounts,
                    span(CdrDimension.MIN_CURRENT, CdrDimension.CURRENT, CdrDimension.MAX_CURRENT),
                    span(CdrDimension.MIN_POWER, CdrDimension.POWER, CdrDimension.MAX_POWER));
        }

        private BigDecimal energy() {
            BigDecimal energy = volumes.get(CdrDimension.ENERGY);
            return energy == null
                    ? volumes.getOrDefault(CdrDimension.ENERGY_IMPORT, BigDecimal.ZERO)
                            .subtract(volumes.getOrDefault(CdrDimension.ENERGY_EXPORT, BigDecimal.ZERO))
                    : energy;
        }

        private BigDecimal seconds(CdrDimension dimension, BigDecimal length) {
            BigDecimal seconds =
                    volumes.getOrDefault(dimension, BigDecimal.ZERO).multiply(SECONDS_PER_HOUR);
            return seconds.signum() > 0 && seconds.subtract(length).abs().compareTo(HALF_A_SECOND) <= 0
                    ? length
                    : seconds.setScale(0, RoundingMode.HALF_UP);
        }

        private Span span(CdrDimension least, CdrDimension mean, CdrDimension most) {
            return new Span(
                    volumes.containsKey(least) ? volumes.get(least) : volumes.get(mean),
                    volumes.containsKey(most) ? volumes.get(most) : volumes.get(mean));
        }
    }
}
