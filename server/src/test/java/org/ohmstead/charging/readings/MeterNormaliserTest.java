package org.ohmstead.charging.readings;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmstead.charging.session.Quantities;

/** Units of all versions: behaviour 19, section I of the field notes. */
class MeterNormaliserTest {
    private final MeterNormaliser normaliser = new MeterNormaliser();

    private static Sample sample(String value, @Nullable String measurand, @Nullable String unit) {
        return new Sample(value, null, measurand, null, null, unit, null, null, null);
    }

    private static Sample phase(String value, String measurand, @Nullable String phase) {
        return new Sample(value, null, measurand, phase, null, null, null, null, null);
    }

    private static Sample at(String value, @Nullable String location, @Nullable String context) {
        return new Sample(value, context, null, null, location, null, null, null, null);
    }

    private Quantities of(Sample... samples) {
        return normaliser.of(List.of(samples));
    }

    @ParameterizedTest
    @CsvSource({
        "1000,,Wh,1000",
        "1000,,,1000",
        "12.345,Energy.Active.Import.Register,kWh,12345",
        "12.345,Energy.Active.Import.Register,KWH,12345",
        "0.5,Energy.Active.Import.Register,MWh,500000",
        "1000,Energy.Active.Import.Register,W,1000",
        "' 7,5 ',,Wh,7.5",
        "-3,,Wh,-3",
        "1E3,,Wh,1000"
    })
    void energy_is_in_wh_whatever_the_unit(String value, String measurand, String unit, BigDecimal wh) {
        assertThat(of(sample(value, measurand, unit)).energyWh()).isEqualByComparingTo(wh);
    }

    @ParameterizedTest
    @CsvSource({"7400,,7400", "7.4,kW,7400", "7400,Wh,7400", "7.4,kWh,7400", "7400,'',7400"})
    void power_is_in_watt_and_the_measurand_is_trusted_before_the_unit(String value, String unit, BigDecimal watts) {
        Quantities quantities = of(sample(value, "Power.Active.Import", unit));
        assertThat(quantities.powerW()).isEqualByComparingTo(watts);
        assertThat(quantities.energyWh()).isNull();
    }

    @Test
    void a_multiplier_counts_beside_the_unit() {
        Sample sample = new Sample("12", null, null, null, null, "kWh", 2, null, null);
        assertThat(of(sample).energyWh()).isEqualByComparingTo("1200000");
        Sample milli = new Sample("12000", null, null, null, null, "Wh", -3, null, null);
        assertThat(of(milli).energyWh()).isEqualByComparingTo("12");
    }

    @ParameterizedTest
    @CsvSource({"1E999999999", "1E-999999999", "NaN", "''", "12abc"})
    void what_is_no_number_of_a_meter_is_not_taken_for_one(String value) {
        assertThat(of(sample(value, null, null)).energyWh()).isNull();
    }

    @Test
    void a_value_of_a_million_digits_is_none() {
        assertThat(of(sample("9".repeat(1_000_000), null, null)).energyWh()).isNull();
        assertThat(of(sample("0." + "1".repeat(1_000_000), null, null)).energyWh())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "0.123456789012345678,0,0.123457", // 18 digits behind the point
        "0.1234567890123456789,0,",
        "123456789012345678.123456789012345678,0,123456789012345678.123457", // 36 digits
        "1234567890123456789.123456789012345678,0,",
        "1,9,1000000000",
        "1,10,",
        "1000000000,-9,1",
        "1000000000,-10,",
        "0.0000005,0,0",
        "0.0000015,0,0.000002",
        "1.000000,0,1",
        "100,0,100"
    })
    void a_value_has_the_digits_that_a_meter_can_show_and_is_kept_to_a_millionth(
            String value, int multiplier, @Nullable String wh) {
        BigDecimal energy = of(new Sample(value, null, null, null, null, null, multiplier, null, null))
                .energyWh();
        assertThat(energy == null ? null : energy.toString()).isEqualTo(wh);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "100,100", "-0.1,", "100.1,"})
    void a_state_of_charge_is_from_0_to_100(String value, @Nullable BigDecimal percent) {
        assertThat(of(sample(value, "SoC", "Percent")).socPercent()).isEqualTo(percent);
    }

    @Test
    void of_several_contexts_the_end_is_before_the_rest_and_the_begin_behind_it() {
        assertThat(of(
                        at("1000", null, "Transaction.Begin"),
                        at("3000", null, "Transaction.End"),
                        at("2000", null, "Sample.Clock")))
                .extracting(Quantities::context, Quantities::beginEnergyWh)
                .containsExactly("Transaction.End", new BigDecimal("1000"));
        assertThat(of(at("1000", null, "Transaction.Begin"), at("2000", null, "Sample.Clock"))
                        .energyWh())
                .isEqualByComparingTo("2000");
        Quantities only = of(at("1000", null, "Transaction.Begin"));
        assertThat(only.energyWh()).isEqualByComparingTo("1000");
        assertThat(only.beginEnergyWh()).isNull();
    }

    @Test
    void a_multiplier_that_fills_the_memory_is_not_obeyed() {
        assertThat(of(new Sample("1", null, null, null, null, null, Integer.MAX_VALUE, null, null))
                        .energyWh())
                .isNull();
    }

    @Test
    void a_signed_block_is_not_read_as_a_number() {
        Sample signed = new Sample("123", null, null, null, null, null, null, "SignedData", null);
        assertThat(of(signed, sample("99", null, null)).energyWh()).isEqualByComparingTo("99");
    }

    @Test
    void the_total_counts_and_phases_are_summed_only_without_one() {
        String energy = MeterNormaliser.ENERGY;
        Sample[] phases = {phase("100", energy, "L1"), phase("200", energy, "L2-N"), phase("300", energy, "L3")};
        assertThat(of(phases).energyWh()).isEqualByComparingTo("600");
        Sample[] both = Arrays.copyOf(phases, 4);
        both[3] = phase("601", energy, null);
        assertThat(of(both).energyWh()).isEqualByComparingTo("601");
        Sample[] twice = Arrays.copyOf(phases, 4);
        twice[3] = phase("100", energy, "L1-N");
        assertThat(of(twice).energyWh()).isEqualByComparingTo("600");
        assertThat(of(phase("5", energy, "N"), phase("7", energy, "L1-L2")).energyWh())
                .isNull();
    }

    @Test
    void the_outlet_is_preferred_and_absent_means_outlet() {
        assertThat(of(at("900", "Inlet", null), at("100", "Outlet", null)).energyWh())
                .isEqualByComparingTo("100");
        assertThat(of(at("900", "Inlet", null), at("100", null, null)).energyWh())
                .isEqualByComparingTo("100");
        assertThat(of(at("900", "Inlet", null)).energyWh()).isEqualByComparingTo("900");
    }

    @Test
    void only_the_import_register_is_energy() {
        assertThat(of(
                                sample("5", "Energy.Active.Export.Register", null),
                                sample("6", "Energy.Active.Import.Interval", null),
                                sample("7", "Energy.Reactive.Import.Register", null),
                                sample("8", "Vendor.Energy", null))
                        .energyWh())
                .isNull();
    }

    @Test
    void of_a_begin_and_an_end_in_one_reading_the_end_counts_and_the_begin_is_known() {
        Quantities quantities = of(
                at("100", null, MeterNormaliser.BEGIN), at("900", null, MeterNormaliser.END), at("500", null, "Other"));
        assertThat(quantities.energyWh()).isEqualByComparingTo("900");
        assertThat(quantities.beginEnergyWh()).isEqualByComparingTo("100");
        assertThat(quantities.context()).isEqualTo(MeterNormaliser.END);
    }

    @Test
    void power_out_of_the_ev_is_negative() {
        assertThat(of(sample("3000", "Power.Active.Export", "W")).powerW()).isEqualByComparingTo("-3000");
        assertThat(of(sample("0", "Power.Active.Export", "W"), sample("11", "Power.Active.Import", "kW"))
                        .powerW())
                .isEqualByComparingTo("11000");
    }

    @Test
    void a_state_of_charge_is_a_percentage() {
        assertThat(of(sample("55.5", "SoC", "Percent")).socPercent()).isEqualByComparingTo("55.5");
        assertThat(of(sample("255", "SoC", "Percent")).socPercent()).isNull();
        assertThat(of(sample("60", "Display.PresentSOC", null)).socPercent()).isEqualByComparingTo("60");
    }

    @Test
    void an_interval_is_no_register_and_a_net_register_stands_in_for_a_missing_one() {
        Quantities interval = of(sample("250", "Energy.Active.Import.Interval", null));
        assertThat(interval.intervalWh()).isEqualByComparingTo("250");
        assertThat(interval.energyWh()).isNull();
        assertThat(of(sample("7", "Energy.Active.Net", null)).energyWh()).isEqualByComparingTo("7");
        assertThat(of(sample("7", "Energy.Active.Net", null), sample("9", null, null))
                        .energyWh())
                .isEqualByComparingTo("9");
    }

    @Test
    void a_register_with_two_values_shows_both_unless_it_is_only_rounded() {
        Quantities two = of(sample("0", null, null), sample("1100", null, null));
        assertThat(two.energyWh()).isEqualByComparingTo("1100");
        assertThat(two.otherWh()).isEqualByComparingTo("0");
        Quantities rounded = of(sample("1234", null, "Wh"), sample("1.2", null, "kWh"));
        assertThat(rounded.energyWh()).isEqualByComparingTo("1234");
        assertThat(rounded.otherWh()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 230, 16, 12000", // a current without a phase may be that of each
        "L1, 230, 16, 4000",
        "'', 400, 100, 40000", // direct current
        "'', , 16, 12000"
    })
    void currents_bound_the_power_where_none_is_reported(String phase, String volts, String amperes, BigDecimal watts) {
        Sample current = phase(amperes, "Current.Import", phase.isEmpty() ? null : phase);
        Quantities quantities = volts == null
                ? of(current, phase("16", "Current.Import", "N"))
                : of(current, sample(volts, "Voltage", "V"));
        assertThat(quantities.peakW()).isEqualByComparingTo(watts);
        assertThat(quantities.powerW()).isNull();
    }

    private static Sample in(@Nullable String context, String measurand, String value) {
        return new Sample(value, context, measurand, null, null, null, null, null, null);
    }

    @Test
    void the_context_is_that_of_the_register_and_what_is_only_said_in_another_one_counts_too() {
        Quantities quantities = of(
                in("Transaction.End", "Power.Active.Import", "7400"),
                in("Transaction.End", "Energy.Active.Import.Interval", "250"),
                in("Sample.Periodic", MeterNormaliser.ENERGY, "1000"));
        assertThat(quantities.context()).isEqualTo("Sample.Periodic");
        assertThat(quantities.energyWh()).isEqualByComparingTo("1000");
        assertThat(quantities.powerW()).isEqualByComparingTo("7400");
        assertThat(quantities.intervalWh()).isEqualByComparingTo("250");
    }

    @Test
    void power_and_intervals_of_the_context_of_the_register_are_before_those_of_others() {
        Quantities quantities = of(
                in("Sample.Clock", "Power.Active.Import", "1"),
                in("Sample.Clock", "Energy.Active.Import.Interval", "2"),
                in("Transaction.End", MeterNormaliser.ENERGY, "1000"),
                in("Transaction.End", "Power.Active.Import", "7400"),
                in("Transaction.End", "Energy.Active.Import.Interval", "250"));
        assertThat(quantities.powerW()).isEqualByComparingTo("7400");
        assertThat(quantities.intervalWh()).isEqualByComparingTo("250");
    }

    @Test
    void a_reading_without_any_energy_keeps_its_context() {
        assertThat(of(in("Sample.Clock", "Power.Active.Import", "7400")).context())
                .isEqualTo("Sample.Clock");
    }

    @Test
    void a_register_without_a_context_is_not_mixed_with_one_that_has_one() {
        Quantities quantities = of(at("1000", null, null), at("2000", null, "Sample.Clock"));
        assertThat(quantities.energyWh()).isEqualByComparingTo("1000");
        assertThat(quantities.otherWh()).isNull();
    }

    @Test
    void phases_at_the_outlet_are_before_a_total_at_the_inlet() {
        assertThat(of(phase("100", MeterNormaliser.ENERGY, "L1"), at("950", "Inlet", null))
                        .energyWh())
                .isEqualByComparingTo("100");
    }

    @ParameterizedTest
    @CsvSource({"1100,", "1100.1,1000", "900,", "899.9,899.9"})
    void a_second_value_is_one_when_it_is_further_away_than_a_tenth_of_a_kwh(
            String second, @Nullable BigDecimal other) {
        assertThat(of(sample("1000", null, "Wh"), sample(second, null, "Wh")).otherWh())
                .isEqualTo(other);
    }
}
