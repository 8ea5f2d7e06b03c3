package org.ohmstead.doctor;

import java.util.stream.Stream;
import org.ohmstead.stations.TestStations;

/** The list of problems put together by hand. */
public final class TestProblems {
    private TestProblems() {}

    public static ConnectionProblems of(TestStations slice) {
        return new ConnectionProblems(
                new SqlConnectionProblems(slice.database),
                () -> Stream.of(new CreateStation(slice.stations)),
                slice.clock);
    }
}
