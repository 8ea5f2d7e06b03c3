package org.ohmstead.stations.groups;

import java.util.List;
import org.ohmstead.db.lanes.Tx;

/** What may be limited to groups of stations. A group to which something is limited cannot be removed. */
public interface GroupLimit {
    /** What is limited to this group, for people: {@code the role night-shift}. */
    List<String> limitedTo(Tx tx, long tenant, long group);
}
