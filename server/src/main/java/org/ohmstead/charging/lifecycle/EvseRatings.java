package org.ohmstead.charging.lifecycle;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.ohmstead.charging.metering.EvseMeter;
import org.ohmstead.charging.readings.MeterNormaliser;
import org.ohmstead.charging.session.ConnectorRef;
import org.ohmstead.charging.store.SqlEvseMeters;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.stations.StationRef;

/** What stations say that their EVSEs can deliver: energy is held against it. */
@Singleton
public class EvseRatings {
    /** No EVSE delivers more than 100 MW, and what says so is no rating. */
    private static final BigDecimal MOST = BigDecimal.valueOf(100_000_000);

    private final GroupCommit commits;

    @Inject
    public EvseRatings(GroupCommit commits) {
        this.commits = commits;
    }

    /** @param watts by EVSE, from 1, in W; one that is not above 0 and at most 100 MW says nothing */
    public void rate(StationRef station, Map<Integer, BigDecimal> watts) {
        Map<Integer, BigDecimal> sound = new HashMap<>(watts);
        sound.values().removeIf(rated -> rated.signum() <= 0 || rated.compareTo(MOST) > 0);
        if (!sound.isEmpty()) {
            commits.write(station.scope(), station.id(), tx -> {
                sound.forEach((evse, rated) -> rate(tx, station, evse, rated));
                return true;
            });
        }
    }

    private static void rate(Tx tx, StationRef station, int evse, BigDecimal watts) {
        EvseMeter meter = SqlEvseMeters.find(tx, station, new ConnectorRef(evse, null));
        if (meter != null) {
            SqlEvseMeters.put(tx, station, meter.rated(MeterNormaliser.plain(watts)));
        }
    }
}
