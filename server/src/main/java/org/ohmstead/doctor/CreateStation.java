package org.ohmstead.doctor;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.access.Actor;
import org.ohmstead.stations.NewStation;
import org.ohmstead.stations.StationConfig;
import org.ohmstead.stations.Stations;
import org.ohmstead.stations.connections.Attempt.Reason;

/** Registers the station that knocks, accepted, so that it gets in when it tries again. */
@Singleton
public class CreateStation implements ProblemAction {
    private final Stations stations;

    @Inject
    public CreateStation(Stations stations) {
        this.stations = stations;
    }

    @Override
    public String word() {
        return "create_station";
    }

    @Override
    public boolean isPossible(ConnectionProblem problem) {
        return problem.latest().reason() == Reason.UNKNOWN_IDENTITY
                && problem.latest().identity() != null
                && problem.station() == null;
    }

    @Override
    public void apply(Actor actor, ConnectionProblem problem) {
        stations.create(actor, NewStation.of(String.valueOf(problem.latest().identity()), StationConfig.DEFAULT));
    }
}
