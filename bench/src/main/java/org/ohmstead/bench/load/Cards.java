package org.ohmstead.bench.load;

import java.util.List;
import java.util.stream.IntStream;

/** Which cards the drivers of a fleet have. Each may charge at one place at a time, as new tokens do. */
public enum Cards {
    /** Every station has a driver with a card of his own. */
    OWN,
    /** One card at all stations, such as the one of a yard: at most one of their sessions is accepted at a time. */
    SHARED;

    /** To be registered before so many stations charge. */
    public List<String> values(int stations) {
        int count =
                switch (this) {
                    case OWN -> stations;
                    case SHARED -> 1;
                };
        return IntStream.range(0, count).mapToObj(this::of).toList();
    }

    /** @param station counted from 0 */
    String of(int station) {
        return switch (this) {
            case OWN -> "04BE%08X".formatted(station);
            case SHARED -> "04BE00000000";
        };
    }
}
