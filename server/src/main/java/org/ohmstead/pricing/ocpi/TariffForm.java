package org.ohmstead.pricing.ocpi;

import static org.ohmstead.pricing.ocpi.Fields.amount;
import static org.ohmstead.pricing.ocpi.Fields.number;
import static org.ohmstead.pricing.ocpi.Fields.required;
import static org.ohmstead.pricing.ocpi.Fields.seconds;
import static org.ohmstead.pricing.ocpi.Fields.some;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.pricing.tariff.Dates;
import org.ohmstead.pricing.tariff.Price;
import org.ohmstead.pricing.tariff.PriceComponent;
import org.ohmstead.pricing.tariff.Range;
import org.ohmstead.pricing.tariff.Restrictions;
import org.ohmstead.pricing.tariff.Tariff;
import org.ohmstead.pricing.tariff.TariffElement;
import org.ohmstead.pricing.tariff.TimeOfDay;

/** From a tariff's JSON to what it means. */
public final class TariffForm {
    private static final int MOST_ELEMENTS = 100;
    private static final int MOST_COMPONENTS = 20;

    private TariffForm() {}

    /** @param path where it stands; with it begins what a refusal names */
    public static Tariff read(String path, @Nullable OcpiTariff form) {
        OcpiTariff json = required(path, form);
        List<TariffElement> elements = new ArrayList<>();
        String list = path + ".elements";
        for (OcpiElement element : some(list, json.elements(), MOST_ELEMENTS)) {
            elements.add(element(list + "[" + elements.size() + "]", element));
        }
        return new Tariff(
                new Tariff.Name(json.countryCode(), json.partyId(), json.id()),
                Fields.currency(path + ".currency", json.currency()),
                json.type(),
                validity(path, json),
                limits(path, json),
                elements);
    }

    private static Tariff.Validity validity(String path, OcpiTariff json) {
        Instant from = Fields.instant(path + ".start_date_time", json.startDateTime());
        Instant until = Fields.instant(path + ".end_date_time", json.endDateTime());
        return new Tariff.Validity(from, until);
    }

    private static Tariff.Limits limits(String path, OcpiTariff json) {
        Price min = price(path + ".min_price", json.minPrice());
        Price max = price(path + ".max_price", json.maxPrice());
        if (min != null && max != null && min.exclVat().compareTo(max.exclVat()) > 0) {
            throw Refused.invalid(
                    path + ".min_price",
                    path + ".min_price is " + min.exclVat() + " and max_price " + max.exclVat()
                            + "; allowed is what is not above it.");
        }
        return new Tariff.Limits(min, max);
    }

    private static @Nullable Price price(String path, @Nullable OcpiPrice json) {
        return json == null
                ? null
                : new Price(
                        required(path + ".excl_vat", amount(path + ".excl_vat", json.exclVat())),
                        amount(path + ".incl_vat", json.inclVat()));
    }

    private static TariffElement element(String path, OcpiElement json) {
        List<PriceComponent> components = new ArrayList<>();
        String list = path + ".price_components";
        for (OcpiComponent component : some(list, json.priceComponents(), MOST_COMPONENTS)) {
            components.add(component(list + "[" + components.size() + "]", component));
        }
        return new TariffElement(
                components,
                json.restrictions() == null
                        ? Restrictions.NONE
                        : restrictions(path + ".restrictions", json.restrictions()));
    }

    private static PriceComponent component(String path, OcpiComponent json) {
        Integer step = Fields.count(path + ".step_size", json.stepSize());
        return new PriceComponent(
                required(path + ".type", json.type()),
                required(path + ".price", amount(path + ".price", json.price())),
                Fields.percent(path + ".vat", json.vat()),
                step == null ? 0 : step);
    }

    private static Restrictions restrictions(String path, OcpiRestrictions json) {
        return new Restrictions(
                new TimeOfDay(
                        Fields.timeOfDay(path + ".start_time", json.startTime()),
                        Fields.timeOfDay(path + ".end_time", json.endTime())),
                new Dates(
                        Fields.date(path + ".start_date", json.startDate()),
                        Fields.date(path + ".end_date", json.endDate())),
                days(path + ".day_of_week", json.dayOfWeek()),
                range(amount(path + ".min_kwh", json.minKwh()), amount(path + ".max_kwh", json.maxKwh())),
                range(
                        number(path + ".min_current", json.minCurrent()),
                        number(path + ".max_current", json.maxCurrent())),
                range(number(path + ".min_power", json.minPower()), number(path + ".max_power", json.maxPower())),
                range(
                        seconds(path + ".min_duration", json.minDuration()),
                        seconds(path + ".max_duration", json.maxDuration())),
                range(
                        seconds(path + ".min_parking_time", json.minParkingTime()),
                        seconds(path + ".max_parking_time", json.maxParkingTime())),
                json.reservation());
    }

    private static Range range(@Nullable BigDecimal min, @Nullable BigDecimal max) {
        return new Range(min, max);
    }

    private static Set<DayOfWeek> days(String path, @Nullable List<String> names) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String name : names == null ? List.<String>of() : names) {
            days.add(Arrays.stream(DayOfWeek.values())
                    .filter(day -> day.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> Refused.invalid(
                            path,
                            path + " has '" + name + "'; allowed are "
                                    + String.join(
                                            ", ",
                                            Arrays.stream(DayOfWeek.values())
                                                    .map(DayOfWeek::name)
                                                    .toList())
                                    + ".")));
        }
        return days;
    }

    /** A tariff as JSON. Words for drivers, energy mix and when it was changed are not of a price, and left out. */
    public static OcpiTariff write(Tariff tariff) {
        return new OcpiTariff(
                tariff.name().countryCode(),
                tariff.name().partyId(),
                tariff.name().id(),
                tariff.currency().getCurrencyCode(),
                tariff.type(),
                null,
                null,
                written(tariff.limits().min()),
                written(tariff.limits().max()),
                tariff.elements().stream().map(TariffForm::written).toList(),
                text(tariff.validity().from()),
                text(tariff.validity().until()),
                null,
                null);
    }

    private static @Nullable OcpiPrice written(@Nullable Price price) {
        return price == null ? null : new OcpiPrice(price.exclVat(), price.inclVat());
    }

    private static OcpiElement written(TariffElement element) {
        return new OcpiElement(
                element.components().stream()
                        .map(each -> new OcpiComponent(each.dimension(), each.price(), each.vat(), each.step()))
                        .toList(),
                element.restrictions().equals(Restrictions.NONE) ? null : written(element.restrictions()));
    }

    private static OcpiRestrictions written(Restrictions holds) {
        return new OcpiRestrictions(
                text(holds.time().start()),
                text(holds.time().end()),
                text(holds.dates().start()),
                text(holds.dates().end()),
                holds.kwh().min(),
                holds.kwh().max(),
                holds.current().min(),
                holds.current().max(),
                holds.power().min(),
                holds.power().max(),
                whole(holds.duration().min()),
                whole(holds.duration().max()),
                whole(holds.parking().min()),
                whole(holds.parking().max()),
                holds.days().isEmpty()
                        ? null
                        : holds.days().stream().sorted().map(DayOfWeek::name).toList(),
                holds.reservation());
    }

    private static @Nullable String text(@Nullable Object time) {
        return time == null ? null : time.toString();
    }

    private static @Nullable Integer whole(@Nullable BigDecimal seconds) {
        return seconds == null ? null : seconds.intValueExact();
    }
}
