package org.ohmstead.stations.availability;

import java.util.List;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.stations.Caller;

/** What {@link ConnectorStates} tells of each report, in the unit of work that keeps it; the charging slice listens. */
public interface ConnectorWatch {
    /** Nobody wants to know. */
    ConnectorWatch NONE = (tx, caller, evse, connectors) -> {};

    /**
     * A station has said in what state a connector is, perhaps once more.
     *
     * @param evse       of the connector; 0: the station as a whole
     * @param connectors all of the station, as they are now
     */
    void reported(Tx tx, Caller caller, int evse, List<ConnectorState> connectors);
}
