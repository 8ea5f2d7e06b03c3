package org.ohmstead.stationjobs;

import java.util.Optional;
import java.util.Set;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.stations.StationRef;

/**
 * A slice that orders jobs of stations. It is asked and told within the unit of work that keeps a step: nothing but SQL, and it
 * may be done again. A bean that implements it is found by itself.
 */
public interface JobOwner {
    /** Those that it orders. */
    Set<Job> jobs();

    /**
     * To which of its orders a step belongs: by the requestId, and where the station tells none, to the one that can be meant.
     *
     * @return its number; empty: nobody has ordered it here
     */
    Optional<Long> orderOf(Tx tx, StationRef station, JobReport report);

    /** A step of one of its orders has come, that is another than the one before. */
    void stepped(Tx tx, StationRef station, long order, JobReport report);
}
