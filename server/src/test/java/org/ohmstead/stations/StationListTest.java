package org.ohmstead.stations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.stations.TestStations.TENANT;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.ocpp.OcppVersion;

/** How stations are found among many. */
class StationListTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";

    @ParameterizedTest
    @MethodSource(EACH)
    void pages_follow_each_other_without_gaps(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            for (int i = 0; i < 7; i++) {
                slice.station((i % 2 == 0 ? "cp-" : "CP-") + i);
            }
            List<String> seen = new ArrayList<>();
            Cursor cursor = null;
            do {
                Page<Station> page = slice.stations.page(Scope.tenant(TENANT), null, null, new Limit(3), cursor);
                page.items().forEach(station -> seen.add(station.ref().identity()));
                cursor = Cursor.of(page.next());
            } while (cursor != null);
            assertThat(seen).containsExactly("cp-0", "CP-1", "cp-2", "CP-3", "cp-4", "CP-5", "cp-6");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void stations_are_found_by_a_part_of_what_is_known_of_them(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            slice.station("CP-7");
            StationRef other = slice.station("100%_sure");
            slice.boots.boot(
                    slice.caller(other, OcppVersion.V16),
                    new BootFacts("Acme", "Post", "SN-1", null, null, null, null, null, null));
            assertThat(identities(slice, "cp-")).containsExactly("CP-7");
            assertThat(identities(slice, "aCM")).containsExactly("100%_sure");
            assertThat(identities(slice, "sn-1")).containsExactly("100%_sure");
            assertThat(identities(slice, "%")).containsExactly("100%_sure");
            assertThat(identities(slice, "P_7")).isEmpty();
        }
    }

    @Test
    void connected_stations_are_sifted_across_many_rows() {
        try (TestStations slice = new TestStations()) {
            for (int i = 0; i < 620; i++) {
                StationRef ref = slice.station(String.format("cp-%03d", i));
                if (i % 200 == 10) {
                    slice.connect(ref, OcppVersion.V16);
                }
            }
            Page<Station> first = slice.stations.page(Scope.tenant(TENANT), null, true, new Limit(3), null);
            assertThat(first.items())
                    .extracting(station -> station.ref().identity())
                    .containsExactly("cp-010", "cp-210", "cp-410");
            Page<Station> second =
                    slice.stations.page(Scope.tenant(TENANT), null, true, new Limit(3), Cursor.of(first.next()));
            assertThat(second.items())
                    .extracting(station -> station.ref().identity())
                    .containsExactly("cp-610");
            assertThat(second.next()).isNull();
            assertThat(slice.stations
                            .page(Scope.tenant(TENANT), null, false, new Limit(500), null)
                            .next())
                    .isNotNull();
        }
    }

    private static List<String> identities(TestStations slice, String search) {
        return slice.stations.page(Scope.tenant(TENANT), search, null, Limit.USUAL, null).items().stream()
                .map(station -> station.ref().identity())
                .toList();
    }
}
