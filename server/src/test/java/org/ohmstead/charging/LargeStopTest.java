package org.ohmstead.charging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.charging.ChargingSite.CP7;
import static org.ohmstead.charging.ChargingSite.at;
import static org.ohmstead.charging.ChargingSite.wh;
import static org.ohmstead.db.schema.Tables.METER_READING;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.db.Scope;
import org.ohmstead.ocpp.OcppVersion;

/** A charger that keeps all samples of a session and sends them in its StopTransaction. */
class LargeStopTest {
    /** A night at one sample in two seconds: 10 MB. */
    private static final int MANY = 23_000;

    private final ChargingSite site = new ChargingSite();

    @AfterEach
    void close() {
        site.close();
    }

    private static String stop(long number, int readings) {
        String data = IntStream.range(0, readings)
                .mapToObj(i -> "{'timestamp':'%s','sampledValue':[".formatted(at(1).plusMillis(2_000L * i))
                        + "{'value':'%d','measurand':'Energy.Active.Import.Register','unit':'Wh'},"
                                .formatted(1000 + i / 10)
                        + "{'value':'16.0','measurand':'Current.Import','unit':'A','phase':'L1'},"
                        + "{'value':'230.1','measurand':'Voltage','unit':'V','phase':'L1-N'},"
                        + "{'value':'3600','measurand':'Power.Active.Import','unit':'W'}]}")
                .collect(Collectors.joining(","));
        return "{'transactionId':%d,'meterStop':%d,'timestamp':'%s','transactionData':[%s]}"
                .formatted(number, 1000 + readings / 10, at(800), data);
    }

    @Test
    void all_of_it_is_kept_in_many_small_commits_and_once_though_it_comes_twice() {
        long number = site.start("KNOWN", 1000, 0);
        site.now = at(801);
        long before = site.commits.commits();
        site.stop(CP7, stop(number, MANY));
        assertThat(site.commits.commits() - before).isGreaterThanOrEqualTo(MANY / 2_000);
        site.stop(CP7, stop(number, MANY));
        assertThat(site.database.read(Scope.everywhere()).fetchCount(METER_READING))
                .isEqualTo(MANY);
        assertThat(site.session(number).meter().energyWh()).isEqualByComparingTo("2300");
        assertThat(site.trail(number)).containsExactly("started", "ended");
    }

    @Test
    void what_a_crash_between_the_pieces_has_cost_comes_with_the_repetition() {
        long number = site.start("KNOWN", 1000, 0);
        site.now = at(801);
        site.stop(CP7, stop(number, 5_000));
        ChargingSession whole = site.session(number);
        site.commits.write(Scope.everywhere(), CP7.id(), tx -> tx.sql()
                .deleteFrom(METER_READING)
                .where(METER_READING.ID.gt(2_000L))
                .execute()); // as if the server had been killed behind the first piece
        site.now = at(810);
        site.stop(CP7, stop(number, 5_000));
        assertThat(site.database.read(Scope.everywhere()).fetchCount(METER_READING))
                .isEqualTo(5_000);
        assertThat(site.session(number)).isEqualTo(whole);
        assertThat(whole.meter().energyWh()).isEqualByComparingTo("500");
        assertThat(site.trail(number)).containsExactly("started", "ended");
        assertThat(site.sessionsOfReadings()).containsOnly(number);
    }

    @Test
    void the_end_of_a_2_x_session_that_brings_a_night_is_kept_in_pieces_too_and_what_a_crash_has_cost_comes_again() {
        site.event("Started", 0, "CablePluggedIn", "'evse':{'id':1}," + wh(0, "1000", "Transaction.Begin"));
        site.now = at(801);
        String data = IntStream.range(0, 5_000)
                .mapToObj(i -> "{'timestamp':'%s','sampledValue':[{'value':%d}]}"
                        .formatted(at(1).plusMillis(2_000L * i), 1000 + i / 10))
                .collect(Collectors.joining(","));
        long before = site.commits.commits();
        for (int time = 0; time < 2; time++) {
            site.event(
                    CP7,
                    OcppVersion.V201,
                    "{'eventType':'Ended','timestamp':'%s','triggerReason':'EVDeparted','seqNo':1,%s,'meterValue':[%s]}"
                            .formatted(at(800), "'transactionInfo':{'transactionId':'TX'}", data));
            assertThat(site.readings()).isEqualTo(5_001);
            assertThat(site.session().meter().energyWh()).isEqualByComparingTo("499");
            assertThat(site.trail(site.session().id())).containsExactly("started", "ended");
            site.commits.write(Scope.everywhere(), CP7.id(), tx -> tx.sql()
                    .deleteFrom(METER_READING)
                    .where(METER_READING.ID.gt(2_001L))
                    .execute()); // as if the server had been killed behind the first piece
        }
        assertThat(site.commits.commits() - before).isGreaterThanOrEqualTo(6);
    }
}
