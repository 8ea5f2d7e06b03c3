package org.ohmstead.stations.identities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.access.Actor;
import org.ohmstead.db.Scope;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.BootFacts;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;

class SharedIdentitiesTest {
    private final TestStations slice = new TestStations();
    private final StationRef cp1 = slice.station("CP-1");

    @AfterEach
    void close() {
        slice.close();
    }

    @Test
    void a_serial_number_that_comes_back_after_another_one_is_of_two_devices() {
        open("10.0.0.1");
        boot("AAA");
        later(5);
        open("10.0.0.2");
        boot("BBB");
        assertThat(slice.shared.warning(cp1)).as("it was exchanged").isEmpty();
        later(5);
        open("10.0.0.1");
        boot("AAA");
        assertThat(warnings()).singleElement().satisfies(warning -> assertThat(warning)
                .contains("Two devices")
                .contains("AAA")
                .contains("BBB")
                .contains("10.0.0.1")
                .contains("since 20"));
        later(5);
        boot("BBB");
        assertThat(slice.events("station.identity.shared")).singleElement().satisfies(event -> assertThat(event)
                .contains("\"serialNumbers\":[\"BBB\",\"AAA\"]")
                .contains("\"addresses\":[\"10.0.0.2\",\"10.0.0.1\"]"));
    }

    @Test
    void the_number_of_the_meter_tells_devices_apart_that_have_none_of_their_own() {
        for (String meter : List.of("M1", "M2", "M1")) {
            slice.boots.boot(
                    slice.caller(cp1, OcppVersion.V16),
                    new BootFacts("V", "M", " ", null, null, null, null, meter, null));
            later(5);
        }
        assertThat(warnings()).singleElement().satisfies(warning -> assertThat(warning)
                .contains("M1", "M2"));
    }

    @Test
    void connections_that_replace_each_other_several_times_within_minutes_are_told_with_their_addresses() {
        for (int time = 0; time < 4; time++) {
            assertThat(warnings()).isEmpty();
            open("10.0.0." + time % 2);
            later(20);
        }
        assertThat(warnings()).singleElement().satisfies(warning -> assertThat(warning)
                .contains("replace each other")
                .contains("10.0.0.0 and 10.0.0.1"));
        assertThat(slice.events("station.identity.shared")).hasSize(1);
    }

    @Test
    void a_station_that_closes_before_it_dials_anew_and_one_that_lost_its_line_twice_an_hour_are_one_device() {
        for (int time = 0; time < 10; time++) {
            slice.connections.closed(cp1, open("10.0.0.1"), 1000, "");
            boot("AAA");
            later(10);
        }
        for (int time = 0; time < 10; time++) {
            open("10.0.0.1");
            later(1800);
        }
        assertThat(warnings()).isEmpty();
    }

    @Test
    void the_warning_goes_an_hour_after_the_last_sign_of_two() {
        for (String serial : List.of("AAA", "BBB", "AAA")) {
            boot(serial);
        }
        later(3599);
        assertThat(warnings()).hasSize(1);
        later(2);
        assertThat(warnings()).isEmpty();
    }

    @Test
    void a_sign_of_two_devices_that_cannot_be_told_keeps_neither_of_them_out() {
        slice.commits.write(Scope.everywhere(), 1, tx -> tx.sql().execute("""
                create trigger untold before insert on outbox when new.events_json like '%station.identity.shared%'
                begin select raise(abort, 'not told'); end"""));
        for (int time = 0; time < 4; time++) {
            open("10.0.0." + time % 2);
        }
        assertThat(warnings()).hasSize(1);
    }

    @Test
    void signs_from_before_our_clock_was_set_back_are_none() {
        for (String serial : List.of("AAA", "BBB", "AAA")) {
            boot(serial);
        }
        later(-7200);
        assertThat(warnings()).isEmpty();
    }

    private long open(String address) {
        return slice.connections.opened(cp1, OcppVersion.V16, address, "/ocpp/CP-1");
    }

    private void boot(String serial) {
        slice.boots.boot(
                slice.caller(cp1, OcppVersion.V16),
                new BootFacts("V", "M", serial, null, null, null, null, null, null));
    }

    private void later(long seconds) {
        slice.clock.advance(Duration.ofSeconds(seconds));
    }

    private List<String> warnings() {
        return slice.views().of(Actor.LOCAL.scope(), slice.now(cp1)).warnings();
    }
}
