package org.ohmstead.stations;

import java.time.Clock;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.Database;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.events.Outbox;
import org.ohmstead.stations.availability.ConnectorStates;
import org.ohmstead.stations.availability.ConnectorWatch;
import org.ohmstead.stations.availability.SqlConnectorStore;
import org.ohmstead.stations.clocks.StationClocks;

/** What a slice needs of stations that tell the time, over its own database. */
public final class TestClocks {
    private final StationClocks clocks;
    private final SqlConnectorStore connectors;
    private final Stations stations;
    private final AuditLog audit;

    public TestClocks(Database database, GroupCommit commits, Clock clock) {
        audit = new AuditLog(clock);
        Outbox outbox = new Outbox(clock);
        SqlStationStore store = new SqlStationStore(database, commits, outbox);
        ProvisioningSettings settings = ProvisioningSettings.defaults();
        stations = new Stations(store, new StationLinks(), new Passwords(), settings, audit, clock);
        clocks = new StationClocks(stations, store);
        connectors = new SqlConnectorStore(database, commits, outbox);
    }

    public StationClocks clocks() {
        return clocks;
    }

    public ConnectorStates connectors(ConnectorWatch watch) {
        return new ConnectorStates(connectors, stations, clocks, watch, audit);
    }
}
