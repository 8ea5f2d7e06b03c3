package org.ohmstead.stations.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.ocpp.OcppVersion.V16;
import static org.ohmstead.ocpp.OcppVersion.V201;
import static org.ohmstead.ocpp.OcppVersion.V21;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.access.Actor;
import org.ohmstead.ocpp.v16.BootNotification;
import org.ohmstead.stations.Admission;
import org.ohmstead.stations.BootFacts;
import org.ohmstead.stations.Registration;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationConfig;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;
import org.ohmstead.stations.ocpp16.BootNotification16;
import org.ohmstead.stations.ocpp16.Heartbeat16;
import org.ohmstead.stations.ocpp2.BootNotification2;
import org.ohmstead.stations.ocpp2.Heartbeat2;

class BootsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final TestStations slice = new TestStations();
    private final StationRef cp7 = slice.station("CP-7");
    private final BootNotification16 boot16 = new BootNotification16(slice.boots);
    private final BootNotification2 boot2 = new BootNotification2(slice.boots);

    @AfterEach
    void close() {
        slice.close();
    }

    @Test
    void an_accepted_station_of_1_6_gets_the_time_and_the_heartbeat_interval() {
        assertThat(boot16.handle(slice.caller(cp7, V16), request16("Acme")))
                .isEqualTo(new BootNotification.Response(BootNotification.Status.Accepted, NOW, 300));
        Station station = slice.now(cp7);
        assertThat(station.registration()).isEqualTo(Registration.ACCEPTED);
        assertThat(station.times().lastBootAt()).isEqualTo(slice.clock.instant());
        assertThat(station.facts())
                .isEqualTo(new BootFacts("Acme", "Post", "CP-SN", "1.0", null, null, "Meter", "M-1", null));
    }

    @Test
    void an_accepted_station_of_2_x_gets_the_time_and_its_own_heartbeat_interval() {
        slice.stations.configure(
                Actor.LOCAL,
                cp7,
                new StationConfig(null, Admission.ACCEPTED, false, null, null, Duration.ofSeconds(77)));
        assertThat(boot2.handle(slice.caller(cp7, V21), request2()))
                .isEqualTo(new org.ohmstead.ocpp.v2.BootNotification.Response(
                        NOW, 77, org.ohmstead.ocpp.v2.BootNotification.RegistrationStatus.Accepted));
        assertThat(slice.now(cp7).facts())
                .isEqualTo(new BootFacts("Acme", "Post", "SN", "2.0", "8949", null, null, null, "PowerUp"));
        assertThat(slice.events("station.booted"))
                .singleElement()
                .asString()
                .contains("\"ocppVersion\":\"2.1\"")
                .contains("\"registration\":\"accepted\"")
                .contains("\"reason\":\"PowerUp\"");
    }

    @Test // field note 16
    void pending_and_rejected_stations_come_back_at_different_times() {
        for (Admission admission : Set.of(Admission.PENDING, Admission.REJECTED)) {
            slice.admission(cp7, admission);
            Set<Integer> intervals = new TreeSet<>();
            for (int i = 0; i < 200; i++) {
                var answer = boot16.handle(slice.caller(cp7, V16), request16("Acme"));
                assertThat(answer.status().name()).isEqualToIgnoringCase(admission.word());
                intervals.add(answer.interval());
            }
            assertThat(intervals)
                    .allMatch(seconds -> seconds >= 60 && seconds <= 92)
                    .hasSizeGreaterThan(5);
        }
    }

    @Test
    void a_pending_station_that_repeats_itself_tells_no_news() {
        slice.admission(cp7, Admission.PENDING);
        for (int i = 0; i < 3; i++) {
            slice.clock.advance(Duration.ofMinutes(1));
            boot16.handle(slice.caller(cp7, V16), request16("Acme"));
        }
        assertThat(slice.events("station.booted")).hasSize(1);
        assertThat(slice.now(cp7).times().lastBootAt()).isEqualTo(slice.clock.instant());
        slice.admission(cp7, Admission.ACCEPTED);
        boot16.handle(slice.caller(cp7, V16), request16("Acme"));
        assertThat(slice.events("station.booted")).hasSize(2);
    }

    @Test
    void facts_that_stay_the_same_are_not_written_again() {
        boot16.handle(slice.caller(cp7, V16), request16("Acme"));
        Instant first = slice.now(cp7).times().updatedAt();
        slice.clock.advance(Duration.ofMinutes(1));
        boot16.handle(slice.caller(cp7, V16), request16("Acme"));
        assertThat(slice.now(cp7).times().updatedAt()).isEqualTo(first);
        assertThat(slice.events("station.booted")).hasSize(2);
    }

    @Test // field note 47
    void an_empty_vendor_is_accepted() {
        assertThat(boot16.handle(slice.caller(cp7, V16), request16("")).status())
                .isEqualTo(BootNotification.Status.Accepted);
        assertThat(slice.now(cp7).facts().vendor()).isNull();
    }

    @Test // field note 48
    void empty_card_numbers_and_signal_strengths_count_as_absent() {
        BootFacts facts = new BootFacts("A", "B", null, null, "", "-67", null, null, null);
        assertThat(facts.iccid()).isNull();
        assertThat(facts.imsi()).isNull();
        assertThat(new BootFacts("A", "B", null, null, "8949020000012345678", "262017", null, null, null).iccid())
                .isEqualTo("8949020000012345678");
    }

    @Test // field note 45
    void overlong_facts_are_kept_up_to_255_characters() {
        BootFacts facts =
                new BootFacts("x".repeat(1_000_000), "y".repeat(33), null, null, null, null, null, null, null);
        assertThat(facts.vendor()).hasSize(255);
        assertThat(facts.model()).hasSize(33);
    }

    @Test // field note 81
    void the_serial_number_need_not_be_the_identity_and_the_box_has_one_too() {
        var request = new BootNotification.Request("Acme", "Post", " ", "BOX-SN", null, null, null, null, null);
        boot16.handle(slice.caller(cp7, V16), request);
        assertThat(slice.now(cp7).facts().serialNumber()).isEqualTo("BOX-SN");
    }

    @Test // field note 3
    void a_station_may_come_back_with_another_version() {
        boot16.handle(slice.caller(cp7, V16), request16("Acme"));
        boot2.handle(slice.caller(cp7, V201), request2());
        assertThat(slice.events("station.booted").getLast())
                .contains("\"ocppVersion\":\"2.0.1\"")
                .contains("\"firmwareChanged\":true");
    }

    @Test
    void a_station_that_was_deleted_meanwhile_is_rejected() {
        slice.stations.delete(Actor.LOCAL, cp7, any -> {});
        assertThat(boot16.handle(slice.caller(cp7, V16), request16("Acme")).status())
                .isEqualTo(BootNotification.Status.Rejected);
    }

    @Test // field note 62
    void a_heartbeat_gets_whole_seconds_and_writes_nothing() {
        long commits = slice.commits.commits();
        assertThat(new Heartbeat16(slice.clock)
                        .handle(slice.caller(cp7, V16), new org.ohmstead.ocpp.v16.Heartbeat.Request())
                        .currentTime())
                .isEqualTo(NOW);
        assertThat(new Heartbeat2(slice.clock)
                        .handle(slice.caller(cp7, V201), new org.ohmstead.ocpp.v2.Heartbeat.Request())
                        .currentTime())
                .isEqualTo(NOW);
        assertThat(slice.commits.commits()).isEqualTo(commits);
    }

    private static BootNotification.Request request16(String vendor) {
        return new BootNotification.Request(vendor, "Post", "CP-SN", "BOX-SN", "1.0", "", "-67", "Meter", "M-1");
    }

    private static org.ohmstead.ocpp.v2.BootNotification.Request request2() {
        return new org.ohmstead.ocpp.v2.BootNotification.Request(
                new org.ohmstead.ocpp.v2.BootNotification.ChargingStation(
                        "Post", "Acme", "SN", new org.ohmstead.ocpp.v2.BootNotification.Modem("8949", ""), "2.0"),
                org.ohmstead.ocpp.v2.BootNotification.BootReason.PowerUp);
    }

    @Test
    void the_log_says_what_a_station_told_and_nothing_of_its_sim_card() {
        assertThat(new BootFacts("Volt", "Two", "S1", null, "8949", "2620", null, null, "PowerUp").told())
                .isEqualTo(", Volt, Two, serial S1, because of PowerUp");
        assertThat(BootFacts.NONE.told()).isEmpty();
    }
}
