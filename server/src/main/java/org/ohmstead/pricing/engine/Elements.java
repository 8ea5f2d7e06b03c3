package org.ohmstead.pricing.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmstead.pricing.charge.Charge;
import org.ohmstead.pricing.charge.ChargePart.Phase;
import org.ohmstead.pricing.tariff.Dimension;
import org.ohmstead.pricing.tariff.PriceComponent;
import org.ohmstead.pricing.tariff.ReservationKind;
import org.ohmstead.pricing.tariff.Tariff;
import org.ohmstead.pricing.tariff.TariffElement;

/** The elements of a tariff by phase and dimension, in the order in which they are asked. */
final class Elements {
    private final Map<Phase, Map<Dimension, List<Choice>>> choices = new EnumMap<>(Phase.class);

    Elements(Tariff tariff, Charge charge) {
        take(tariff, null, Phase.SESSION);
        if (!charge.hasSession()) {
            take(tariff, ReservationKind.RESERVATION_EXPIRES, Phase.RESERVATION);
        }
        take(tariff, ReservationKind.RESERVATION, Phase.RESERVATION);
    }

    private void take(Tariff tariff, @Nullable ReservationKind kind, Phase phase) {
        Map<Dimension, List<Choice>> ofPhase = choices.computeIfAbsent(phase, none -> new EnumMap<>(Dimension.class));
        for (int i = 0; i < tariff.elements().size(); i++) {
            TariffElement element = tariff.elements().get(i);
            if (element.restrictions().reservation() == kind) {
                for (PriceComponent component : element.components()) {
                    ofPhase.computeIfAbsent(component.dimension(), none -> new ArrayList<>())
                            .add(new Choice(i + 1, component, element.restrictions()));
                }
            }
        }
    }

    /** The price of a dimension at a moment; null: it is free then. */
    @Nullable
    Choice at(Phase phase, Dimension dimension, Moment moment) {
        List<Choice> all = choices.getOrDefault(phase, Map.of()).getOrDefault(dimension, List.of());
        for (Choice each : all) {
            if (moment.holds(each.restrictions())) {
                return each;
            }
        }
        return null;
    }
}
