package org.ohmstead.pricing.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ohmstead.pricing.charge.ChargePart;
import org.ohmstead.pricing.charge.ChargePart.Phase;
import org.ohmstead.pricing.tariff.Dimension;

/** The lines of a price while they are put together: what was measured first, then the rounding to steps. */
final class Drafts {
    /** Decimals. */
    private static final int WH_IN_KWH = 3;

    private final Elements elements;
    private final List<Draft> all = new ArrayList<>();
    private final Map<Dimension, Draft> last = new EnumMap<>(Dimension.class);
    private final Map<Draft.Family, Draft> lastPriced = new EnumMap<>(Draft.Family.class);
    private final Set<Phase> paidOnce = EnumSet.noneOf(Phase.class);

    Drafts(Elements elements) {
        this.elements = elements;
    }

    /** Charging before parking, so that of a slice that has both the parking is the last. */
    void take(Slice slice) {
        ChargePart part = slice.part();
        fee(slice);
        measured(Dimension.ENERGY, part.volumes().kwh(), slice);
        measured(
                Dimension.TIME,
                part.phase() == Phase.RESERVATION
                        ? part.volumes().reserved()
                        : part.volumes().charging(),
                slice);
        measured(Dimension.PARKING_TIME, part.volumes().parking(), slice);
    }

    /** Of the first moment at which one holds. */
    private void fee(Slice slice) {
        Phase phase = slice.part().phase();
        Choice fee = paidOnce.contains(phase) ? null : elements.at(phase, Dimension.FLAT, slice.moment());
        if (fee != null) {
            Draft draft = new Draft(Dimension.FLAT, fee, slice, false);
            draft.grow(BigDecimal.ONE, slice.part().from());
            all.add(draft);
            paidOnce.add(phase);
        }
    }

    private void measured(Dimension dimension, BigDecimal volume, Slice slice) {
        if (volume.signum() == 0) {
            return;
        }
        ChargePart part = slice.part();
        Choice choice = elements.at(part.phase(), dimension, slice.moment());
        boolean isFedBack = volume.signum() < 0;
        Draft draft = last.get(dimension);
        if (draft == null || !draft.isContinuedBy(part.phase(), choice, part.from(), isFedBack)) {
            draft = new Draft(dimension, choice, slice, isFedBack);
            all.add(draft);
            last.put(dimension, draft);
        }
        draft.grow(volume, part.to());
        if (draft.counts()) {
            lastPriced.put(draft.family(), draft);
        }
    }

    List<PricedLine> lines() {
        lastPriced.forEach((family, draft) -> round(draft));
        return all.stream().map(Draft::line).toList();
    }

    /** Once in a family: the kind that was used last, its sum, and the step of its last component. */
    private void round(Draft ofFamily) {
        if (ofFamily.step() <= 1) {
            return;
        }
        BigDecimal sum = all.stream()
                .filter(draft -> draft.counts()
                        && draft.family() == ofFamily.family()
                        && draft.dimension() == ofFamily.dimension())
                .map(Draft::volume)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal step = ofFamily.family() == Draft.Family.ENERGY
                ? BigDecimal.valueOf(ofFamily.step(), WH_IN_KWH)
                : BigDecimal.valueOf(ofFamily.step());
        BigDecimal steps = sum.divide(step, 0, RoundingMode.CEILING);
        ofFamily.add(steps.multiply(step).subtract(sum));
    }
}
