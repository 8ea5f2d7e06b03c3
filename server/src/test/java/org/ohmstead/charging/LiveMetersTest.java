package org.ohmstead.charging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.charging.ChargingSite.CP7;
import static org.ohmstead.charging.ChargingSite.at;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.charging.live.MeterSample;
import org.ohmstead.charging.readings.LiveMeters;
import org.ohmstead.db.TestDatabases;

class LiveMetersTest {
    private static String values(long number, int minute, String samples) {
        return "{'connectorId':1,'transactionId':%d,'meterValue':[{'timestamp':'%s','sampledValue':[%s]}]}"
                .formatted(number, at(minute), samples);
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void whoever_watches_is_told_what_the_meter_of_an_open_session_shows(TestDatabases.Kind kind) {
        try (ChargingSite site = new ChargingSite(kind.open())) {
            long number = site.start("KNOWN", 1_000, 0);
            site.meter(number, "1100", 1);
            List<MeterSample> told = new ArrayList<>();
            try (LiveMeters.Watch watch = site.meters.watch(told::add)) {
                site.meter(
                        CP7,
                        values(
                                number,
                                2,
                                "{'value':'1.5','unit':'kWh'},"
                                        + "{'value':'7.2','measurand':'Power.Active.Import','unit':'kW'},"
                                        + "{'value':'16','measurand':'Current.Import','phase':'L1-N','unit':'A'},"
                                        + "{'value':'15.5','measurand':'Current.Import','phase':'L2','unit':'A'},"
                                        + "{'value':'229.9','measurand':'Voltage','phase':'L1-N','unit':'V'},"
                                        + "{'value':'231','measurand':'Voltage','phase':'L2-N','unit':'V'},"
                                        + "{'value':'55','measurand':'SoC','unit':'Percent'}"));
                site.stop(number, 1_600, 3);
            }
            assertThat(told).singleElement().satisfies(sample -> {
                assertThat(sample.session()).isEqualTo(number);
                assertThat(sample.station()).isEqualTo("CP-7");
                assertThat(sample.at()).isEqualTo(at(2));
                assertThat(sample.powerW()).isEqualByComparingTo("7200");
                assertThat(sample.energyWh()).isEqualByComparingTo("500");
                assertThat(sample.meterWh()).isEqualByComparingTo("1500");
                assertThat(sample.currentA().keySet()).containsExactly("L1", "L2");
                assertThat(sample.currentA().get("L2")).isEqualByComparingTo("15.5");
                assertThat(sample.voltageV()).isEqualByComparingTo("231");
                assertThat(sample.socPercent()).isEqualByComparingTo("55");
            });
        }
    }
}
