package org.ohmstead.iso15118.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ohmstead.stations.StationRef;

/** Stations that have others asked who never answer. */
class RoomTest {
    private final Room room = new Room();

    @Test
    void one_station_takes_the_room_from_itself_alone() {
        StationRef greedy = station(1, 1);
        assertThat(taken(List.of(greedy))).hasSizeLessThan(100);
        assertThat(room.enter(greedy)).isFalse();
        assertThat(room.enter(station(1, 2))).isTrue();
        room.leave(greedy);
        assertThat(room.enter(greedy)).isTrue();
    }

    @Test
    void all_stations_of_one_tenant_take_the_room_from_their_own_alone() {
        List<StationRef> fleet = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            fleet.add(station(1, i));
        }
        List<StationRef> taken = taken(fleet);
        assertThat(room.enter(station(1, 2000))).isFalse();
        StationRef other = station(2, 3000);
        assertThat(room.enter(other)).isTrue();
        room.leave(other);
        taken.forEach(room::leave);
        assertThat(taken(fleet)).as("all of it is given back").hasSameSizeAs(taken);
    }

    /** Each takes what it gets. */
    private List<StationRef> taken(List<StationRef> askers) {
        List<StationRef> taken = new ArrayList<>();
        for (StationRef asker : askers) {
            while (taken.size() < 1000 && room.enter(asker)) {
                taken.add(asker);
            }
        }
        return taken;
    }

    private static StationRef station(long tenant, long id) {
        return new StationRef(tenant, id, "CP-" + id);
    }
}
