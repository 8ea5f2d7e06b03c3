package org.ohmstead.simulator.v16;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.v16.Location;
import org.ohmstead.ocpp.v16.Measurand;
import org.ohmstead.ocpp.v16.MeterValue;
import org.ohmstead.ocpp.v16.Phase;
import org.ohmstead.ocpp.v16.ReadingContext;
import org.ohmstead.ocpp.v16.SampledValue;
import org.ohmstead.ocpp.v16.Unit;
import org.ohmstead.simulator.station.metering.Sample;

/** A sample of the meter as 1.6 writes it: values as text, one entry per measurand and phase. */
final class Readings16 {
    private static final List<Phase> PHASES = List.of(Phase.L1, Phase.L2, Phase.L3);
    private static final List<Phase> PHASES_TO_NEUTRAL = List.of(Phase.L1_N, Phase.L2_N, Phase.L3_N);

    private final ReadingContext context;
    private final List<SampledValue> values = new ArrayList<>();

    private Readings16(ReadingContext context) {
        this.context = context;
    }

    /**
     * @param measurands a comma separated list, as the configuration key has it; never empty on the wire, so the register
     *                   goes in when nothing else does
     */
    static MeterValue of(Sample sample, ReadingContext context, String measurands) {
        Readings16 readings = new Readings16(context);
        for (String measurand : measurands.split(",")) {
            readings.add(sample, measurand.strip().toLowerCase(Locale.ROOT));
        }
        if (readings.values.isEmpty()) {
            readings.add(sample, "energy.active.import.register");
        }
        return new MeterValue(sample.at(), readings.values);
    }

    /** Whole Wh, as the meter values of 1.6 starts and stops have them. */
    static long wattHours(double register) {
        return Math.round(register);
    }

    private void add(Sample sample, String measurand) {
        switch (measurand) {
            case "energy.active.import.register" ->
                add(
                        String.valueOf(wattHours(sample.registerWh())),
                        Measurand.Energy_Active_Import_Register,
                        null,
                        Unit.Wh);
            case "power.active.import" -> add(one(sample.watts()), Measurand.Power_Active_Import, null, Unit.W);
            case "power.offered" -> add(one(sample.offered()), Measurand.Power_Offered, null, Unit.W);
            case "current.import" -> perPhase(sample, Measurand.Current_Import);
            case "voltage" -> perPhase(sample, Measurand.Voltage);
            case "temperature" -> add(one(sample.celsius()), Measurand.Temperature, null, Unit.Celsius);
            case "soc" -> {
                Double soc = sample.soc();
                if (soc != null) {
                    values.add(new SampledValue(
                            String.valueOf(soc.intValue()),
                            context,
                            null,
                            Measurand.SoC,
                            null,
                            Location.EV,
                            Unit.Percent.name()));
                }
            }
            default -> {
                // Not measured here; the configuration does not let it in.
            }
        }
    }

    private void perPhase(Sample sample, Measurand measurand) {
        boolean current = measurand == Measurand.Current_Import;
        for (int i = 0; i < sample.volts().size(); i++) {
            Phase phase = current ? PHASES.get(i) : PHASES_TO_NEUTRAL.get(i);
            add(
                    one(current ? sample.amps(i) : sample.volts().get(i)),
                    measurand,
                    sample.dc() ? null : phase,
                    current ? Unit.A : Unit.V);
        }
    }

    private void add(String value, Measurand measurand, @Nullable Phase phase, Unit unit) {
        values.add(new SampledValue(value, context, null, measurand, phase, Location.Outlet, unit.name()));
    }

    private static String one(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
