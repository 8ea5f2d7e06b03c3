package org.ohmstead.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.v16.StartTransaction;
import org.ohmstead.ocpp.v16.StopTransaction;
import org.ohmstead.ocpp.v2.ReadingContext;
import org.ohmstead.ocpp.v2.TransactionEvent;
import org.ohmstead.ocpp.v2.TransactionEvent.ChargingState;
import org.ohmstead.ocpp.v2.TransactionEvent.TransactionEventKind;
import org.ohmstead.ocpp.v2.TransactionEvent.TriggerReason;
import org.ohmstead.simulator.fleet.SimStation;
import org.ohmstead.simulator.fleet.Simulators;
import org.ohmstead.simulator.station.Registration;
import org.ohmstead.simulator.station.StationOptions;
import org.ohmstead.simulator.station.time.ManualTime;

class SessionTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final TinyCsms csms = new TinyCsms();
    private final Simulators simulators = new Simulators();
    private final ManualTime time = new ManualTime(NOON);

    @AfterEach
    void end() {
        simulators.close();
        csms.close();
    }

    private SimStation station(OcppVersion version) {
        return simulators.station(new StationOptions("CP1")
                .url(csms.url())
                .version(version)
                .time(time)
                .strict(true));
    }

    private SimStation charge(OcppVersion version, Duration length) {
        SimStation station = station(version);
        assertThat(station.connect()).isEqualTo(Registration.Status.ACCEPTED);
        station.plugIn(1);
        assertThat(station.authorize("TAG").accepted()).isTrue();
        station.start(1);
        time.advance(length);
        station.stop(1);
        station.unplug(1);
        station.awaitDelivered();
        return station;
    }

    @ParameterizedTest
    @EnumSource
    void a_whole_session_is_valid_by_the_schemas(OcppVersion version) {
        SimStation station = charge(version, Duration.ofMinutes(30));
        assertThat(csms.deviations()).isEmpty();
        assertThat(csms.actions()).startsWith("BootNotification").contains("Authorize");
        assertThat(station.deliveries().discarded()).isEmpty();
        assertThat(simulators.tally().errors()).isZero();
    }

    @Test
    void a_session_of_1_6_starts_samples_and_stops_with_the_number_it_was_given() {
        SimStation station = charge(OcppVersion.V16, Duration.ofMinutes(10));
        StartTransaction.Request start =
                csms.heard(StartTransaction.Request.class).getFirst();
        StopTransaction.Request stop = csms.heard(StopTransaction.Request.class).getFirst();
        assertThat(start.timestamp()).isEqualTo(NOON);
        assertThat(stop.timestamp()).isEqualTo(NOON.plusSeconds(600));
        assertThat(stop.transactionId()).isEqualTo(101);
        // 11 kW for ten minutes, less the ramp and the noise
        assertThat(stop.meterStop() - start.meterStart()).isBetween(1_750L, 1_834L);
        assertThat(csms.heard(org.ohmstead.ocpp.v16.MeterValues.Request.class))
                .hasSize(10)
                .allMatch(values -> values.transactionId() == 101);
        assertThat(station.deliveries().acknowledged()).hasSize(12);
    }

    @ParameterizedTest
    @EnumSource(names = {"V201", "V21"})
    void a_session_of_2_numbers_its_events_without_a_gap(OcppVersion version) {
        charge(version, Duration.ofMinutes(5));
        List<TransactionEvent.Request> events = csms.heard(TransactionEvent.Request.class);
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).seqNo()).isEqualTo(i);
            assertThat(events.get(i).offline()).isNull();
        }
        assertThat(events.getFirst().eventType()).isEqualTo(TransactionEventKind.Started);
        assertThat(events.getFirst().idToken().idToken()).isEqualTo("TAG");
        assertThat(events.getFirst().evse().id()).isEqualTo(1);
        assertThat(events.get(1).transactionInfo().chargingState()).isEqualTo(ChargingState.Charging);
        assertThat(events)
                .filteredOn(event -> event.triggerReason() == TriggerReason.MeterValuePeriodic)
                .hasSize(5);
        TransactionEvent.Request last = events.getLast();
        assertThat(last.eventType()).isEqualTo(TransactionEventKind.Ended);
        assertThat(last.meterValue().getFirst().sampledValue().getFirst().context())
                .isEqualTo(ReadingContext.Transaction_End);
        assertThat(events)
                .extracting(event -> event.transactionInfo().transactionId())
                .containsOnly(last.transactionInfo().transactionId());
    }

    @Test
    void the_same_seed_gives_the_same_session() {
        charge(OcppVersion.V201, Duration.ofMinutes(7));
        List<TransactionEvent.Request> first = csms.heard(TransactionEvent.Request.class);
        csms.heard().clear();
        SimStation other =
                simulators.station(new StationOptions("CP1").url(csms.url()).time(new ManualTime(NOON)));
        other.connect();
        other.plugIn(1);
        other.authorize("TAG");
        other.start(1);
        ((ManualTime) other.station().time()).advance(Duration.ofMinutes(7));
        other.stop(1);
        other.awaitDelivered();
        assertThat(csms.heard(TransactionEvent.Request.class)).isEqualTo(first);
    }
}
