package org.ohmstead.charging.readings;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ohmstead.charging.lifecycle.LostTransactionIds;
import org.ohmstead.charging.lifecycle.Start;
import org.ohmstead.charging.lifecycle.StartTransactions;
import org.ohmstead.charging.lifecycle.Stop;
import org.ohmstead.charging.session.ChargingState;
import org.ohmstead.charging.session.ConnectorRef;
import org.ohmstead.charging.session.EventTime;
import org.ohmstead.charging.session.StopReason;
import org.ohmstead.charging.trail.TrailEntryBuilder;
import org.ohmstead.charging.trail.TransactionReport;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.StationRef;

/**
 * What is written here stands in databases. A test that fails means that messages which stations hold in their queues would count
 * twice after an upgrade: mend the code and not the expectation.
 */
class CanonicalTextTest {
    private static final Instant AT = Instant.parse("2026-05-01T12:00:00.250Z");
    private static final Caller CALLER =
            new Caller(new StationRef(1, 7, "CP-7"), OcppVersion.V201, 1, "m-1", AT, ZoneOffset.UTC, List.of());
    private static final Reading READING = new Reading(
            AT,
            List.of(
                    new Sample("1.50", "Sample.Periodic", null, null, "Outlet", "kWh", 0, null, null),
                    new Sample(
                            "7",
                            null,
                            "Power.Active.Import",
                            "L1",
                            null,
                            null,
                            null,
                            "Raw",
                            new Sample.Signed("OCMF|{}", "", "OCMF", "KEY"))));

    private static TransactionReport report(boolean offline) {
        return new TransactionReport(
                CALLER,
                "TX-1",
                TransactionReport.Step.UPDATED,
                3,
                AT,
                offline,
                TransactionReport.Cause.READING,
                "MeterValuePeriodic",
                new ConnectorRef(2, 1),
                new TransactionReport.Presented("04|AB", "ISO14443"),
                ChargingState.CHARGING,
                StopReason.LOCAL,
                "Odd",
                5L,
                88L,
                List.of(READING));
    }

    @Test
    void an_event_of_a_session() {
        assertThat(report(false).content())
                .hasToString(
                        "transaction-event/1|transaction=4:TX-1|step=7:UPDATED|seqNo=1:3|at=20:1777636800.250000000"
                                + "|trigger=18:MeterValuePeriodic|evse=1:2|connector=1:1|token=5:04|AB|tokenType=8:ISO14443"
                                + "|charging=8:CHARGING|reason=5:LOCAL|rawReason=3:Odd|reservation=1:5|remoteStart=2:88"
                                + "|reading[|at=20:1777636800.250000000|sample[|value=4:1.50|context=15:Sample.Periodic"
                                + "|location=6:Outlet|unit=3:kWh|multiplier=1:0]|sample[|value=1:7"
                                + "|measurand=19:Power.Active.Import|phase=2:L1|format=3:Raw|signed=7:OCMF|{}|method=0:"
                                + "|encoding=4:OCMF|publicKey=3:KEY]]");
        assertThat(report(false).content().digest()).isEqualTo(-3379248483125083928L);
        assertThat(report(true).content().digest())
                .isEqualTo(report(false).content().digest());
    }

    @Test
    void a_reading_with_and_without_the_event_that_brought_it() {
        assertThat(MeterIntake.identity(READING, null))
                .hasToString("reading/1|sample[|value=4:1.50|context=15:Sample.Periodic|location=6:Outlet|unit=3:kWh"
                        + "|multiplier=1:0]|sample[|value=1:7|measurand=19:Power.Active.Import|phase=2:L1|format=3:Raw"
                        + "|signed=7:OCMF|{}|method=0:|encoding=4:OCMF|publicKey=3:KEY]");
        assertThat(MeterIntake.identity(READING, null).digest()).isEqualTo(-8340092275856564470L);
        assertThat(MeterIntake.identity(READING, new MeterIntake.Bearer(3, false, -12))
                        .digest())
                .isEqualTo(-3062856912855963562L);
    }

    @Test
    void what_a_numbered_message_says_in_whatever_order() {
        TrailEntryBuilder said =
                new TrailEntryBuilder().with("transactionId", 12L).with("meterWh", new BigDecimal("1000.0"));
        TrailEntryBuilder other =
                new TrailEntryBuilder().with("meterWh", new BigDecimal("1E+3")).with("transactionId", 12L);
        assertThat(said.content("StopTransaction"))
                .hasToString("said/1|action=15:StopTransaction|meterWh=3:1e3|transactionId=2:12")
                .hasToString(other.content("StopTransaction").toString());
        assertThat(said.content("StopTransaction").digest()).isEqualTo(3906933111467532642L);
    }

    @Test
    void the_keys_of_a_start_and_of_a_stop_without_a_session() {
        EventTime when = new EventTime(AT, AT, false, Set.of());
        Start start = new Start(CALLER, 1, "Card9", new BigDecimal("1E+3"), AT, null);
        assertThat(StartTransactions.key(start, when)).isEqualTo("1|card9|2026-05-01T12:00:00.250Z|1000");
        EventTime even = new EventTime(Instant.parse("2026-05-01T12:00:00Z"), null, false, Set.of());
        assertThat(StartTransactions.key(new Start(CALLER, null, null, null, null, null), even))
                .isEqualTo("null||2026-05-01T12:00:00Z|");
        Stop stop = new Stop(CALLER, -1L, "Card9", new BigDecimal("1388"), AT, StopReason.LOCAL, null, List.of());
        assertThat(LostTransactionIds.stopKey(stop, when)).isEqualTo("stop|2026-05-01T12:00:00.250Z|1388|Card9");
    }

    @Test
    void neighbours_cannot_run_into_each_other() {
        assertThat(new CanonicalText("x").with("a", "1|b=1:2").digest())
                .isNotEqualTo(
                        new CanonicalText("x").with("a", "1").with("b", "2").digest());
    }
}
