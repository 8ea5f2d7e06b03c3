package org.ohmstead.simulator.v2;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.v2.Location;
import org.ohmstead.ocpp.v2.Measurand;
import org.ohmstead.ocpp.v2.MeterValue;
import org.ohmstead.ocpp.v2.Phase;
import org.ohmstead.ocpp.v2.ReadingContext;
import org.ohmstead.ocpp.v2.SampledValue;
import org.ohmstead.ocpp.v2.UnitOfMeasure;
import org.ohmstead.simulator.station.metering.Sample;

/** A sample of the meter as 2.x writes it. */
final class Readings2 {
    private static final List<Phase> PHASES = List.of(Phase.L1, Phase.L2, Phase.L3);
    private static final List<Phase> PHASES_TO_NEUTRAL = List.of(Phase.L1_N, Phase.L2_N, Phase.L3_N);

    private final ReadingContext context;
    private final List<SampledValue> values = new ArrayList<>();

    private Readings2(ReadingContext context) {
        this.context = context;
    }

    /**
     * @param measurands a comma separated list, as the variable has it; never empty on the wire, so the register goes in when
     *                   nothing else does
     */
    static MeterValue of(Sample sample, ReadingContext context, String measurands) {
        Readings2 readings = new Readings2(context);
        for (String measurand : measurands.split(",")) {
            readings.add(sample, measurand.strip().toLowerCase(Locale.ROOT));
        }
        if (readings.values.isEmpty()) {
            readings.add(sample, "energy.active.import.register");
        }
        return new MeterValue(readings.values, sample.at());
    }

    /** Wh with one decimal, as the meter shows it. */
    static BigDecimal wattHours(double register) {
        return tenths(register);
    }

    private void add(Sample sample, String measurand) {
        switch (measurand) {
            case "energy.active.import.register" ->
                add(sample.registerWh(), Measurand.Energy_Active_Import_Register, null, "Wh");
            case "power.active.import" -> add(sample.watts(), Measurand.Power_Active_Import, null, "W");
            case "power.offered" -> add(sample.offered(), Measurand.Power_Offered, null, "W");
            case "current.import" -> perPhase(sample, true);
            case "voltage" -> perPhase(sample, false);
            case "soc" -> {
                Double soc = sample.soc();
                if (soc != null) {
                    values.add(new SampledValue(
                            tenths(soc),
                            context,
                            Measurand.SoC,
                            null,
                            Location.EV,
                            null,
                            new UnitOfMeasure("Percent", null)));
                }
            }
            default -> {
                // Not measured here; the device model does not let it in.
            }
        }
    }

    private void perPhase(Sample sample, boolean current) {
        for (int i = 0; i < sample.volts().size(); i++) {
            Phase phase = current ? PHASES.get(i) : PHASES_TO_NEUTRAL.get(i);
            add(
                    current ? sample.amps(i) : sample.volts().get(i),
                    current ? Measurand.Current_Import : Measurand.Voltage,
                    sample.dc() ? null : phase,
                    current ? "A" : "V");
        }
    }

    private void add(double value, Measurand measurand, @Nullable Phase phase, String unit) {
        values.add(new SampledValue(
                tenths(value), context, measurand, phase, Location.Outlet, null, new UnitOfMeasure(unit, null)));
    }

    private static BigDecimal tenths(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
    }
}
