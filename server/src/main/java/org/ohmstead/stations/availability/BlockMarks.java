package org.ohmstead.stations.availability;

import java.util.List;
import org.ohmstead.stations.StationRef;

/** What of a station is blocked; the slice of blocks knows. */
public interface BlockMarks {
    /** The widest first. */
    List<BlockMark> marks(StationRef station);
}
